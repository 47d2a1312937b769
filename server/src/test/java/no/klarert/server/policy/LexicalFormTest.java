package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalFormTest {
    private static String of(String type, String text) {
        var name = new YamlNode.Scalar(new Position(1, 1), type, YamlNode.Looks.TEXT);
        Optional<String> identifier = ShortNames.DATA_TYPES.identifier(name, new Problems());
        return LexicalForm.of(identifier.orElseThrow(), text);
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 3, ' +003 '",
        "double, 1.5, 15e-1",
        "double, INF, INF",
        "boolean, true, 1",
        "hexBinary, 0A, 0a",
        "rfc822Name, Ola@example.no, Ola@EXAMPLE.no",
        "time, 09:00:00Z, 09:00:00.000Z",
        "dateTime, 2026-03-01T09:00:00.1Z, 2026-03-01T09:00:00.100+00:00",
        "dnsName, example.no:80, example.no:80-80",
        "anyURI, urn:a, ' urn:a '"
    })
    void one_value_has_one_form(String type, String one, String other) {
        assertThat(of(type, one)).isEqualTo(of(type, other));
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 3, 4",
        "integer, 3, three",
        "double, 1.5, 1.25",
        "boolean, true, 0",
        "string, a, ' a'",
        "string, 3, 03",
        "rfc822Name, Ola@example.no, ola@example.no",
        "time, 09:00:00Z, 09:00:01Z",
        "time, 10:00:00Z, 01:00:00Z",
        "dateTime, 2026-03-01T09:00:00Z, 2026-03-01T09:00:00+01:00",
        "dnsName, example.no:80, example.no:8080",
        "anyURI, urn:a, urn:A"
    })
    void other_values_have_others(String type, String one, String other) {
        assertThat(of(type, one)).isNotEqualTo(of(type, other));
    }

    @Test
    void a_long_text_costs_nothing() {
        var long1 = "." + "0".repeat(200_000) + "x";

        assertThat(LexicalForm.of(Xacml.TYPE_TIME, long1)).isEqualTo(long1);
        assertThat(LexicalForm.of(Xacml.TYPE_INTEGER, "1".repeat(200_000))).hasSize(200_000);
    }
}

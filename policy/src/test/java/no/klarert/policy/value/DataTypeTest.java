package no.klarert.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.PolicyXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lexical forms of XML Schema part 2. */
class DataTypeTest {
    private static DataType type(String name) {
        return DataType.of(PolicyXml.type(name)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, true",
        "boolean, 1",
        "boolean, ' false '",
        "boolean, 0",
        "integer, -0",
        "integer, +7",
        "integer, ' 1 '",
        "double, 1",
        "double, .5",
        "double, 5.",
        "double, -1.5E-10",
        "double, INF",
        "double, -INF",
        "double, NaN",
        "double, 1e999",
        "date, 2024-02-29",
        "date, -0001-12-31",
        "date, 12024-01-01Z",
        "date, 2024-01-01+14:00",
        "date, 2024-01-01-13:59",
        "time, 00:00:00",
        "time, 24:00:00",
        "time, 24:00:00.000",
        "time, 23:59:59.123456789Z",
        "dateTime, 2024-12-31T24:00:00Z",
        "dateTime, 999999999-12-31T23:59:59Z",
        "dateTime, ' 2024-01-01T00:00:00 '",
        "anyURI, ''",
        "anyURI, 'not a uri'",
        "string, ''"
    })
    void reads(String type, String text) {
        assertThat(type(type).parse(text)).get().extracting(Value::type).isEqualTo(type(type));
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, TRUE",
        "boolean, 2",
        "boolean, ''",
        "boolean, '\u00A0true'",
        "integer, 1e3",
        "integer, 1_000",
        "integer, -",
        "integer, ''",
        "integer, '1 2'",
        "integer, \u0661",
        "double, +INF",
        "double, e5",
        "double, .",
        "double, 1d",
        "double, 0x1p3",
        "double, nan",
        "date, 0000-01-01",
        "date, 2023-02-29",
        "date, 2024-13-01",
        "date, 02024-01-01",
        "date, 1234567890-01-01",
        "date, 2024-1-1",
        "date, 2024-01-01z",
        "date, 2024-01-01+14:01",
        "date, 2024-01-01+0100",
        "date, +2024-01-01",
        "time, 24:00:01",
        "time, 12:60:00",
        "time, 12:00:60",
        "time, 12:00:00.",
        "time, 12:00:00.1234567890",
        "time, 12:00:00+15:00",
        "time, 12:00:00+01:60",
        "dateTime, 2024-01-01",
        "dateTime, 2024-01-01 12:00:00",
        "dateTime, 2024-01-01T24:00:00.1"
    })
    void refuses(String type, String text) {
        assertThat(type(type).parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 007, 7",
        "integer, -0, 0",
        "boolean, 1, true",
        "double, 1.50, 1.50",
        "double, INF, INF",
        "date, 2024-01-01, 2024-01-01",
        "string, ' a ', ' a '",
        "anyURI, ' a  b ', a b"
    })
    void writes_a_value_so_that_it_can_be_read_again(String type, String text, String written) {
        var value = type(type).parse(text).orElseThrow();
        assertThat(value.text()).isEqualTo(written);
        assertThat(type(type).parse(value.text())).get().matches(value::sameAs);
    }

    @Test
    @Timeout(5)
    void refuses_numbers_that_would_take_long_to_read() {
        var digits = "9".repeat(1_000_000);
        for (var text : new String[] {digits, "-" + digits, "0." + digits, "1e" + digits}) {
            assertThat(type("integer").parse(text)).isEmpty();
            assertThat(type("double").parse(text)).isEmpty();
        }
        assertThat(type("integer").parse("9".repeat(1_000))).isPresent();
        assertThat(type("dateTime").parse("1".repeat(100_000))).isEmpty();
    }

    @Test
    void knows_types_by_their_whole_identifier_only() {
        assertThat(DataType.of("string")).isEmpty();
        assertThat(DataType.of("http://www.w3.org/2001/XMLSchema#decimal")).isEmpty();
        assertThat(type("anyURI").shortName()).isEqualTo("anyURI");
    }
}

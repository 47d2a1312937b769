package no.klarert.policy.function;

import static no.klarert.policy.function.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import no.klarert.policy.value.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XACML 3.0 §A.3.3 and §A.3.9. */
class TextFunctionsTest {
    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "string-normalize-to-lower-case | ABcÆ | abcæ",
                "string-concatenate | a; b | ab",
                "string-concatenate | a; _; c; d | acd",
                "uri-string-concatenate | http://a; /b; /c | http://a/b/c",
                "string-starts-with | ab; abc | true",
                "string-starts-with | abc; ab | false",
                "string-starts-with | _; ab | true",
                "string-starts-with | A; abc | false",
                "string-ends-with | bc; abc | true",
                "string-ends-with | abc; bc | false",
                "string-contains | b; abc | true",
                "string-contains | abc; b | false",
                "anyURI-starts-with | http:; http://a | true",
                "anyURI-starts-with | https:; http://a | false",
                "anyURI-ends-with | a; http://a | true",
                "anyURI-ends-with | b; http://a | false",
                "anyURI-contains | //; http://a | true",
                "anyURI-contains | ///; http://a | false",
                "string-substring | abc; 0; 2 | ab",
                "string-substring | abc; 1; -1 | bc",
                "string-substring | abc; 0; 3 | abc",
                "string-substring | abc; 1; 1 | ''",
                "string-substring | abc; 3; 3 | ''",
                "string-substring | abc; 3; -1 | ''",
                "string-substring | abc; -1; 2 | processing-error",
                "string-substring | abc; 0; 4 | processing-error",
                "string-substring | abc; 2; 1 | processing-error",
                "string-substring | abc; 4; -1 | processing-error",
                "string-substring | abc; 0; -2 | processing-error",
                "string-substring | abc; 4294967296; -1 | processing-error",
                "string-substring | abc; 0; 18446744073709551615 | processing-error",
                "string-substring | abc; 0; 4294967295 | processing-error",
                "string-equal-ignore-case | aB; Ab | true",
                "string-equal-ignore-case | a; b | false",
                "string-substring | 😀bc; 1; 2 | b",
                "string-substring | a😀c; 1; 2 | 😀",
                "anyURI-substring | http://a; 7; -1 | a",
                "anyURI-substring | http://a; 9; -1 | processing-error",
                "boolean-from-string | 1 | true",
                "boolean-from-string | yes | syntax-error",
                "integer-from-string | 007 | 7",
                "integer-from-string | 7.0 | syntax-error",
                "double-from-string | 1e1 | 1e1",
                "double-from-string | Infinity | syntax-error",
                "time-from-string | 12:00:00 | 12:00:00",
                "time-from-string | 12:00 | syntax-error",
                "date-from-string | 2024-02-29 | 2024-02-29",
                "date-from-string | 2023-02-29 | syntax-error",
                "dateTime-from-string | 2024-01-01T00:00:00Z | 2024-01-01T00:00:00Z",
                "dateTime-from-string | 2024-01-01 | syntax-error",
                "anyURI-from-string | urn:a | urn:a",
                "dayTimeDuration-from-string | P1D | P1D",
                "dayTimeDuration-from-string | P1M | syntax-error",
                "yearMonthDuration-from-string | P1M | P1M",
                "yearMonthDuration-from-string | P1D | syntax-error",
                "x500Name-from-string | CN=a | CN=a",
                "x500Name-from-string | a | syntax-error",
                "rfc822Name-from-string | a@b.c | a@b.c",
                "rfc822Name-from-string | a | syntax-error",
                "ipAddress-from-string | 10.0.0.1:80 | 10.0.0.1:80",
                "ipAddress-from-string | 10.0.0.1.2 | syntax-error",
                "dnsName-from-string | a.b | a.b",
                "dnsName-from-string | a b | syntax-error",
                "string-from-boolean | 0 | false",
                "string-from-integer | +07 | 7",
                "string-from-double | 120 | 1.2E2",
                "string-from-double | INF | INF",
                "string-from-time | 12:00:00.50 | 12:00:00.5",
                "string-from-time | 12:00:00+01:00 | 11:00:00Z",
                "string-from-date | 2024-01-01 | 2024-01-01",
                "string-from-dateTime | 2024-01-01T00:00:00+01:00 | 2023-12-31T23:00:00Z",
                "string-from-anyURI | HTTP://A | HTTP://A",
                "string-from-dayTimeDuration | PT36H | P1DT12H",
                "string-from-yearMonthDuration | P14M | P1Y2M",
                "string-from-x500Name | cn=A, c=NO | cn=A, c=NO",
                "string-from-rfc822Name | A@B.C | A@B.C",
                "string-from-ipAddress | 10.0.0.1:80 | 10.0.0.1:80",
                "string-from-dnsName | A.b:80 | A.b:80"
            })
    void works_on_text(String function, String arguments, String result) {
        assertThat(call(function, arguments)).isEqualTo(result);
    }

    @Test
    void normalizing_space_takes_xml_space_at_the_ends_only() {
        assertThat(Functions.find(Functions.V1 + "string-normalize-space"))
                .get()
                .satisfies(function -> {
                    var body = ((Function.Strict) function).body();
                    assertThat(body.call(new StringValue(" \t\r\n a  b \n"))).isEqualTo(new StringValue("a  b"));
                    assertThat(body.call(new StringValue("\u00A0a\u2003"))).isEqualTo(new StringValue("\u00A0a\u2003"));
                    assertThat(body.call(new StringValue("  "))).isEqualTo(new StringValue(""));
                });
    }

    @Test
    void finds_long_parts_where_they_are() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var text = letters(random, 60);
            var part = letters(random, 17 + random.nextInt(8));
            int from = random.nextInt(30);
            var inside = text.substring(from, from + 17 + random.nextInt(13));
            assertThat(call("string-contains", inside + ";" + text)).isEqualTo("true");
            assertThat(call("string-contains", part + ";" + text)).isEqualTo(String.valueOf(text.contains(part)));
        }
    }

    /** So few different ones that beginnings repeat. */
    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'c')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    @Timeout(20)
    void finds_a_part_that_nearly_stands_everywhere_in_linear_time() {
        var arguments = "a".repeat(200_000) + "b;" + "a".repeat(2_000_000);
        assertThat(call("string-contains", arguments)).isEqualTo("false");
    }

    @Test
    void text_put_together_is_bounded() {
        var half = "a".repeat(TextFunctions.MAX_JOINED / 2);
        assertThat(call("string-concatenate", half + ";" + half)).hasSize(TextFunctions.MAX_JOINED);
        assertThat(call("string-concatenate", half + ";" + half + ";b")).isEqualTo("processing-error");
        assertThat(call("uri-string-concatenate", half + ";" + half)).hasSize(TextFunctions.MAX_JOINED);
        assertThat(call("uri-string-concatenate", half + ";" + half + ";b")).isEqualTo("processing-error");
    }
}

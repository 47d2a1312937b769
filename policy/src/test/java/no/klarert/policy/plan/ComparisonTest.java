package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.reference;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.Conditions.COLOURS;
import static no.klarert.policy.plan.Conditions.result;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Dialect;
import no.klarert.policy.regex.XmlPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of two values: equality, order and patterns (XACML 3.0 §A.3.1, §A.3.6, §A.3.8, §A.3.13). */
class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "string-equal, string, a, a, true",
        "string-equal, string, a, A, false",
        "string-equal, string, a, 'a ', false",
        "string-equal, string, \u00E9, e\u0301, false",
        "string-equal-ignore-case, string, aB, Ab, true",
        "boolean-equal, boolean, true, 1, true",
        "boolean-equal, boolean, true, false, false",
        "integer-equal, integer, 1, +001, true",
        "integer-equal, integer, -0, 0, true",
        "integer-equal, integer, 1, 2, false",
        "integer-equal, integer, 123456789012345678901234567890, 123456789012345678901234567890, true",
        "double-equal, double, 1.0, 1e0, true",
        "double-equal, double, NaN, NaN, true",
        "double-equal, double, INF, INF, true",
        "double-equal, double, -0.0, 0, true",
        "double-equal, double, -INF, INF, false",
        "date-equal, date, 2024-01-01, 2024-01-01Z, true",
        "date-equal, date, 2024-01-01+01:00, 2024-01-01Z, false",
        "time-equal, time, 12:00:00Z, 13:00:00+01:00, true",
        "time-equal, time, 12:00:00.0, 12:00:00, true",
        "time-equal, time, 12:00:00, 12:00:01, false",
        "dateTime-equal, dateTime, 2024-02-29T24:00:00Z, 2024-03-01T00:00:00Z, true",
        "dateTime-equal, dateTime, 2024-01-01T00:00:00+14:00, 2023-12-31T10:00:00Z, true",
        "dateTime-equal, dateTime, 2024-01-01T00:00:00, 2024-01-01T00:00:01, false",
        "anyURI-equal, anyURI, http://a, http://a, true",
        "anyURI-equal, anyURI, http://a, http://a/, false",
        "anyURI-equal, anyURI, HTTP://a, http://a, false",
        "integer-greater-than, integer, 10, 9, true",
        "integer-greater-than, integer, 9, 9, false",
        "integer-greater-than-or-equal, integer, 9, 9, true",
        "integer-less-than, integer, -2, -1, true",
        "integer-less-than, integer, -1, -1, false",
        "integer-less-than-or-equal, integer, 2, 1, false",
        "double-less-than, double, -INF, INF, true",
        "double-less-than, double, NaN, 1, false",
        "double-greater-than-or-equal, double, NaN, NaN, false",
        "double-less-than-or-equal, double, -0, 0, true",
        "string-less-than, string, a, b, true",
        "string-less-than, string, B, a, true",
        "string-less-than, string, a, aa, true",
        "string-greater-than, string, \uD83D\uDE00, \uFF5E, true",
        "string-less-than, string, \uD83D\uDE00, \uFF5E, false",
        "date-less-than, date, 2024-01-01, 2024-01-02, true",
        "date-less-than, date, 2024-01-01Z, 2024-01-01-01:00, true",
        "date-greater-than, date, -0001-01-01, 0001-01-01, false",
        "time-less-than, time, 08:00:00, 09:00:00, true",
        "time-less-than, time, 08:00:00Z, 08:30:00+01:00, false",
        "time-less-than, time, 08:00:00, 09:00:00Z, processing-error",
        "time-greater-than, time, 08:00:00Z, 09:00:00, processing-error",
        "dateTime-greater-than, dateTime, 2024-01-01T01:00:00Z, 2024-01-01T00:00:00, true",
        "dateTime-less-than-or-equal, dateTime, 2024-01-01T00:00:00.1Z, 2024-01-01T00:00:00.10Z, true",
        "string-regexp-match, string, ^a.c$, abc, true",
        "string-regexp-match, string, b, abc, true",
        "string-regexp-match, string, ^b, abc, false"
    })
    void compares_two_values(String function, String type, String left, String right, String expected) {
        var expression = apply(function, value(type, left), value(type, right));
        assertThat(result(expression)).isEqualTo(expected);
        var fromRequest =
                apply(function, value(type, left), apply(type + "-one-and-only", designator("subject", "v", type)));
        assertThat(result(fromRequest, request("subject v " + type + " " + right)))
                .isEqualTo(expected);
    }

    @Test
    void a_pattern_of_the_request_is_compiled_when_it_is_met() {
        var expression = apply(
                "string-regexp-match",
                apply("string-one-and-only", designator("subject", "p", "string")),
                value("string", "abc"));
        assertThat(result(expression, request("subject p string b+"))).isEqualTo("true");
        assertThat(result(expression, request("subject p string ^b+"))).isEqualTo("false");
        assertThat(result(expression, request("subject p string ("))).isEqualTo("processing-error");
        assertThat(result(expression, request("subject p string ((a{99}){99}){99}")))
                .isEqualTo("processing-error");
        var inVariable = policy(
                "deny-overrides",
                variable("p", value("string", "(")),
                permit("r", condition(apply("string-regexp-match", reference("p"), value("string", "abc")))));
        assertThat(compiled(inVariable, Dialect.STANDARD)
                        .evaluate(request())
                        .status()
                        .message())
                .isEqualTo("the pattern lacks a `)` at character 2");
    }

    @Test
    void a_text_too_long_for_its_pattern_is_an_error() {
        var expression = apply("any-of", functionReference("string-regexp-match"), value("string", "(a|b)*c"), COLOURS);
        int size = ((XmlPattern.Parsed.Valid) XmlPattern.parse("(a|b)*c"))
                .pattern()
                .size();
        int longest = (int) (XmlPattern.MAX_WORK / size) - 1;
        assertThat(result(expression, request("subject colour string " + "a".repeat(longest))))
                .isEqualTo("false");
        assertThat(result(expression, request("subject colour string " + "a".repeat(longest + 1))))
                .isEqualTo("processing-error");
    }
}

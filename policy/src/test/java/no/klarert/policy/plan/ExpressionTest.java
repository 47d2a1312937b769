package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.reference;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.klarert.policy.Dialect;
import no.klarert.policy.Request;
import no.klarert.policy.regex.XmlPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and conditions (XACML 3.0 §7.8, §A.3). T, F and e are true, false and an error. */
class ExpressionTest {
    private static final String ERROR = apply("boolean-one-and-only", required("subject", "no", "boolean"));
    private static final String COLOURS = designator("subject", "colour", "string");

    /** True, false or the last word of the status. */
    private static String result(String expression, Request request) {
        var decision = compiled(policy("deny-overrides", permit("r", condition(expression))), Dialect.STANDARD)
                .evaluate(request);
        return switch (decision.value()) {
            case PERMIT -> "true";
            case NOT_APPLICABLE -> "false";
            case INDETERMINATE ->
                decision.status().code().substring(decision.status().code().lastIndexOf(':') + 1);
            case DENY -> throw new AssertionError(decision);
        };
    }

    private static String result(String expression) {
        return result(expression, request());
    }

    private static String[] operands(String kinds) {
        return kinds.chars()
                .mapToObj(kind -> kind == 'e' ? ERROR : value("boolean", kind == 'T' ? "true" : "0"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "and, '', true", "and, TT, true", "and, TF, false", "and, eF, false", "and, Fe, false",
                "and, Te, missing-attribute",
        "or, '', false", "or, FF, false", "or, FT, true", "or, eT, true", "or, Te, true", "or, Fe, missing-attribute",
        "not, T, false", "not, F, true", "not, e, missing-attribute"
    })
    void connectives_know_their_result_as_soon_as_it_is_certain(String function, String kinds, String expected) {
        assertThat(result(apply(function, operands(kinds)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', true",
        "0, e, true",
        "-1, F, true",
        "1, '', processing-error",
        "3, TT, processing-error",
        "1, FT, true",
        "2, TFT, true",
        "2, TFF, false",
        "2, TeT, true",
        "2, TeF, missing-attribute",
        "2, Fee, missing-attribute",
        "3, eTF, false",
        "99999999999999999999, T, processing-error"
    })
    void n_of_needs_that_many(String needed, String kinds, String expected) {
        var arguments = Stream.concat(Stream.of(value("integer", needed)), Stream.of(operands(kinds)));
        assertThat(result(apply("n-of", arguments.toArray(String[]::new)))).isEqualTo(expected);
    }

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
    void one_and_only_needs_exactly_one_value() {
        var expression = apply("string-equal", value("string", "red"), apply("string-one-and-only", COLOURS));
        assertThat(result(expression, request("subject colour string red"))).isEqualTo("true");
        assertThat(result(expression, request("subject colour string blue"))).isEqualTo("false");
        assertThat(result(expression, request())).isEqualTo("processing-error");
        assertThat(result(expression, request("subject colour string red", "subject colour string red")))
                .isEqualTo("processing-error");
    }

    @Test
    void a_bag_counts_every_value_also_equal_ones() {
        var expression = apply("integer-equal", value("integer", "2"), apply("string-bag-size", COLOURS));
        assertThat(result(expression, request("subject colour string red", "subject colour string red")))
                .isEqualTo("true");
        assertThat(result(expression, request("subject colour string red"))).isEqualTo("false");
    }

    @Test
    void is_in_compares_as_the_equality_of_the_type_does() {
        var ages = apply("integer-is-in", value("integer", "7"), designator("subject", "age", "integer"));
        assertThat(result(ages, request("subject age integer 5", "subject age integer 007")))
                .isEqualTo("true");
        assertThat(result(ages, request("subject age integer 70"))).isEqualTo("false");
        assertThat(result(ages, request())).isEqualTo("false");
        var bag = apply("string-bag", value("string", "a"), value("string", "b"));
        assertThat(result(apply("string-is-in", value("string", "b"), bag))).isEqualTo("true");
        assertThat(result(apply("string-is-in", value("string", "c"), bag))).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "any-of, 'red,blue', true",
        "any-of, blue, false",
        "any-of, '', false",
        "all-of, red, true",
        "all-of, 'red,blue', false",
        "all-of, '', true"
    })
    void quantifies_over_the_values_of_a_bag(String quantifier, String colours, String expected) {
        var values = colours.isEmpty() ? new String[0] : colours.split(",");
        var request = request(Stream.of(values)
                .map(colour -> "subject colour string " + colour)
                .toArray(String[]::new));
        var red = value("string", "red");
        assertThat(result(apply(quantifier, functionReference("string-equal"), red, COLOURS), request))
                .isEqualTo(expected);
        assertThat(result(apply(quantifier, functionReference("string-equal"), COLOURS, red), request))
                .isEqualTo(expected);
        var old = "urn:oasis:names:tc:xacml:1.0:function:" + quantifier;
        assertThat(result(apply(old, functionReference("string-equal"), red, COLOURS), request))
                .isEqualTo(expected);
    }

    @Test
    void a_quantifier_that_is_settled_does_not_mind_an_error() {
        var times = designator("environment", "t", "time");
        var mixed = request("environment t time 09:00:00Z", "environment t time 09:00:00");
        var early = functionReference("time-less-than");
        assertThat(result(apply("any-of", early, value("time", "08:00:00"), times), mixed))
                .isEqualTo("true");
        assertThat(result(apply("any-of", early, value("time", "10:00:00"), times), mixed))
                .isEqualTo("processing-error");
        assertThat(result(apply("all-of", early, value("time", "10:00:00"), times), mixed))
                .isEqualTo("false");
        assertThat(result(apply("all-of", early, value("time", "08:00:00"), times), mixed))
                .isEqualTo("processing-error");
    }

    @Test
    void a_quantifier_works_with_connectives_and_patterns_too() {
        var flags = designator("subject", "flag", "boolean");
        var request = request("subject flag boolean false", "subject flag boolean 1", "subject colour string red");
        assertThat(result(apply("any-of", functionReference("and"), value("boolean", "true"), flags), request))
                .isEqualTo("true");
        assertThat(result(apply("all-of", functionReference("and"), value("boolean", "true"), flags), request))
                .isEqualTo("false");
        assertThat(result(apply("any-of", functionReference("n-of"), value("integer", "1"), flags), request))
                .isEqualTo("true");
        assertThat(result(
                        apply("any-of", functionReference("string-regexp-match"), value("string", "^r"), COLOURS),
                        request))
                .isEqualTo("true");
        assertThat(result(
                        apply("any-of", functionReference("string-regexp-match"), COLOURS, value("string", "xredx")),
                        request))
                .isEqualTo("true");
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

    @Test
    void a_variable_has_the_value_of_its_definition_and_is_an_error_only_where_it_is_used() {
        var failing = variable("bad", ERROR);
        var used = policy("deny-overrides", failing, permit("r", condition(reference("bad"))));
        var unused = policy("deny-overrides", failing, permit("r"));
        assertThat(compiled(used, Dialect.STANDARD).evaluate(request()).value().text())
                .isEqualTo("Indeterminate");
        assertThat(compiled(unused, Dialect.STANDARD)
                        .evaluate(request())
                        .value()
                        .text())
                .isEqualTo("Permit");
    }

    @Test
    void a_required_attribute_is_an_error_only_when_it_is_looked_at() {
        assertThat(result(apply("or", value("boolean", "true"), ERROR))).isEqualTo("true");
        assertThat(result(apply("string-is-in", value("string", "x"), required("subject", "no", "string"))))
                .isEqualTo("missing-attribute");
    }
}

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
import static no.klarert.policy.plan.Conditions.COLOURS;
import static no.klarert.policy.plan.Conditions.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.klarert.policy.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and conditions (XACML 3.0 §7.8, §A.3). T, F and e are true, false and an error. */
class ExpressionTest {
    private static final String ERROR = apply("boolean-one-and-only", required("subject", "no", "boolean"));

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

package no.klarert.policy.plan;

import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.Conditions.COLOURS;
import static no.klarert.policy.plan.Conditions.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions over functions and several bags, and {@code map} (XACML 3.0 §A.3.12). */
class HigherOrderTest {
    private static final String TIMES = designator("environment", "t", "time");

    private static String integers(String numbers) {
        var values = Stream.of(numbers.split(" "))
                .filter(number -> !number.isEmpty())
                .map(number -> value("integer", number))
                .toArray(String[]::new);
        return apply("integer-bag", values);
    }

    private static String overIntegers(String scheme, String function, String left, String right) {
        return apply(scheme, functionReference(function), integers(left), integers(right));
    }

    @ParameterizedTest
    @CsvSource({
        "any-of-any, 1 2, 2 3, true",
        "any-of-any, 1 2, 3 4, false",
        "any-of-any, '', 1, false",
        "any-of-any, 1, '', false",
        "all-of-any, 1 2, 2 1 3, true",
        "all-of-any, 1 2, 2 3, false",
        "all-of-any, '', 1, true",
        "all-of-any, '', '', true",
        "all-of-any, 1, '', false",
        "any-of-all, 2 1 3, 1 2, true",
        "any-of-all, 2 3, 1 2, false",
        "any-of-all, 1, '', true",
        "any-of-all, '', '', true",
        "any-of-all, '', 1, false",
        "all-of-all, 1 1, 1, true",
        "all-of-all, 1 2, 1, false",
        "all-of-all, '', 1, true",
        "all-of-all, 1, '', true"
    })
    void quantifies_over_two_bags(String scheme, String left, String right, String expected) {
        assertThat(result(overIntegers(scheme, "integer-equal", left, right))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "all-of-any, 10 20, 10 11, false",
        "all-of-any, 10 20, 1 3 5 19, true",
        "any-of-all, 3 5, 1 2 3 4, true",
        "any-of-all, 3 4, 1 2 3 4, false",
        "all-of-all, 6 5, 1 2 3 4, true",
        "all-of-all, 6 4, 1 2 3 4, false",
        "any-of-any, 1 2, 1 0, true",
        "any-of-any, 1 2, 2 3, false"
    })
    void the_first_bag_gives_the_first_argument(String scheme, String left, String right, String expected) {
        assertThat(result(overIntegers(scheme, "integer-greater-than", left, right)))
                .isEqualTo(expected);
    }

    @Test
    void the_functions_of_version_1_are_the_same() {
        for (var name : new String[] {"any-of", "all-of", "any-of-any"}) {
            var old = "urn:oasis:names:tc:xacml:1.0:function:" + name;
            var second = name.equals("any-of-any") ? COLOURS : value("string", "red");
            var expression = apply(old, functionReference("string-equal"), second, COLOURS);
            assertThat(result(expression, request("subject colour string red"))).isEqualTo("true");
        }
        var mapped =
                apply("urn:oasis:names:tc:xacml:1.0:function:map", functionReference("integer-abs"), integers("-1"));
        assertThat(result(apply("integer-is-in", value("integer", "1"), mapped)))
                .isEqualTo("true");
    }

    @Test
    void any_of_any_takes_values_and_any_number_of_bags() {
        var inRange = apply(
                "any-of-any",
                functionReference("time-in-range"),
                value("time", "12:00:00"),
                TIMES,
                apply("time-bag", value("time", "11:00:00"), value("time", "13:00:00")));
        assertThat(result(inRange, request("environment t time 11:30:00"))).isEqualTo("true");
        assertThat(result(inRange, request("environment t time 12:30:00"))).isEqualTo("false");
        assertThat(result(inRange, request("environment t time 13:00:00"))).isEqualTo("false");
        assertThat(result(apply("any-of-any", functionReference("not"), value("boolean", "false"))))
                .isEqualTo("true");
    }

    /** Of the times, one has a zone and one has none, so that comparing some is an error. */
    @ParameterizedTest
    @CsvSource({
        "any-of-any, 08:00:00, true",
        "any-of-any, 10:00:00, processing-error",
        "all-of-any, 08:00:00, true",
        "all-of-any, 10:00:00, processing-error",
        "any-of-all, 08:00:00, processing-error",
        "any-of-all, 10:00:00, false",
        "all-of-all, 08:00:00, processing-error",
        "all-of-all, 10:00:00, false"
    })
    void what_settles_the_answer_wins_over_an_error(String scheme, String time, String expected) {
        var request = request("environment t time 09:00:00Z", "environment t time 09:00:00");
        var single = apply("time-bag", value("time", time));
        assertThat(result(apply(scheme, functionReference("time-less-than"), single, TIMES), request))
                .isEqualTo(expected);
    }

    @Test
    void an_argument_that_is_an_error_makes_the_whole_an_error() {
        var missing = designator("subject", "no", "integer", "MustBePresent=\"true\"");
        for (var scheme : new String[] {"any-of-any", "all-of-any", "any-of-all", "all-of-all"}) {
            assertThat(result(apply(scheme, functionReference("integer-equal"), integers(""), missing)))
                    .isEqualTo("missing-attribute");
        }
        assertThat(result(apply(
                        "integer-is-in",
                        value("integer", "1"),
                        apply("map", functionReference("integer-abs"), missing))))
                .isEqualTo("missing-attribute");
    }

    @Test
    void map_gives_the_bag_of_all_results() {
        var lower = apply("map", functionReference("string-normalize-to-lower-case"), COLOURS);
        var both =
                apply("string-set-equals", lower, apply("string-bag", value("string", "red"), value("string", "blue")));
        assertThat(result(both, request("subject colour string RED", "subject colour string Blue")))
                .isEqualTo("true");
        assertThat(result(both, request("subject colour string RED"))).isEqualTo("false");
        var size = apply("integer-equal", value("integer", "2"), apply("string-bag-size", lower));
        assertThat(result(size, request("subject colour string RED", "subject colour string red")))
                .isEqualTo("true");
        assertThat(result(size, request())).isEqualTo("false");
    }

    @Test
    void map_has_the_bag_at_any_place_and_the_type_of_the_results() {
        var remainders = apply("map", functionReference("integer-mod"), value("integer", "7"), integers("2 3 4"));
        assertThat(result(apply("integer-set-equals", remainders, integers("1 3"))))
                .isEqualTo("true");
        var others = apply("map", functionReference("integer-mod"), integers("2 3 4"), value("integer", "3"));
        assertThat(result(apply("integer-set-equals", others, integers("0 1 2"))))
                .isEqualTo("true");
        var texts = apply("map", functionReference("string-from-integer"), integers("1 2"));
        assertThat(result(apply("string-is-in", value("string", "2"), texts))).isEqualTo("true");
    }

    @Test
    void map_is_an_error_if_one_result_is() {
        var divided = apply("map", functionReference("integer-divide"), value("integer", "7"), integers("1 0 2"));
        assertThat(result(apply("integer-is-in", value("integer", "7"), divided)))
                .isEqualTo("processing-error");
    }

    private static Request colours(int count, String prefix) {
        var request = Request.builder();
        IntStream.range(0, count)
                .forEach(i -> request("subject colour string " + prefix + i)
                        .attributes()
                        .forEach(request::attribute));
        return request.build();
    }

    @Test
    @Timeout(10)
    void combinations_of_bags_are_bounded() {
        for (var scheme : new String[] {"any-of-any", "all-of-any", "any-of-all", "all-of-all"}) {
            var expression = apply(scheme, functionReference("string-less-than"), COLOURS, COLOURS);
            assertThat(result(expression, colours(316, "a"))).isIn("true", "false");
            assertThat(result(expression, colours(317, "a"))).isEqualTo("processing-error");
        }
        var many = apply("any-of-any", functionReference("and"), flags(), flags(), flags());
        assertThat(result(many, trueAnd(45))).isEqualTo("true");
        assertThat(result(many, trueAnd(47))).isEqualTo("processing-error");
        var withEmpty = apply("any-of-any", functionReference("and"), flags(), flags(), flags(), apply("boolean-bag"));
        assertThat(result(withEmpty, trueAnd(10_000))).isEqualTo("false");
    }

    private static String flags() {
        return designator("subject", "flag", "boolean");
    }

    private static Request trueAnd(int count) {
        var request = Request.builder();
        var flag = request("subject flag boolean true").attributes().get(0);
        IntStream.range(0, count).forEach(i -> request.attribute(flag));
        return request.build();
    }

    @Test
    void mapped_texts_are_bounded() {
        var expression = apply(
                "string-is-in",
                value("string", "x"),
                apply("map", functionReference("string-concatenate"), COLOURS, value("string", "b".repeat(9_990))));
        assertThat(result(expression, colours(10, "colour"))).isEqualTo("false");
        assertThat(result(expression, colours(11, "colour"))).isEqualTo("processing-error");
    }
}

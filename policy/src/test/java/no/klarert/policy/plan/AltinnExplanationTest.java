package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.AltinnAnswers.NEEDS_SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Dialect;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Altinn's dialect tells of a rule: as much as was looked at, and what each test demands. */
class AltinnExplanationTest {
    private static final Request REQUEST =
            request("resource r string x", "action a string x", "subject s string x", "subject age integer 7");

    private static final String REACHED =
            target(anyOf(allOf(equal("resource", "r", "x"))), anyOf(allOf(equal("action", "a", "x"))));

    private static Step rule(Request request, String rule) {
        var root = compiled(policy("deny-overrides", rule), Dialect.ALTINN)
                .explain(request)
                .root();
        assertThat(root.parts()).hasSize(1);
        return root.parts().get(0);
    }

    private static List<String> parts(Step step) {
        return step.parts().stream()
                .map(part -> part.what() + ": " + part.outcome())
                .toList();
    }

    @Test
    void a_rule_about_something_else_tells_of_resource_and_action_alone() {
        var rule = rule(request("resource r string y"), permit("p", REACHED));
        assertThat(rule.what()).isEqualTo("rule `p` (Permit)");
        assertThat(rule.outcome()).isEqualTo("NotApplicable");
        assertThat(parts(rule)).containsExactly("resource and action: does not match");
        assertThat(parts(rule.parts().get(0)))
                .containsExactly("`r` is `x`: does not match", "`a` is `x`: does not match");
    }

    @Test
    void a_rule_that_is_reached_tells_of_its_subject() {
        var rule = rule(REQUEST, permit("p", only(equal("subject", "s", "y"))));
        assertThat(rule.outcome()).isEqualTo("NotApplicable");
        assertThat(parts(rule)).containsExactly("resource and action: matches", "`s` is `y`: does not match");
        assertThat(parts(rule(REQUEST, deny("p"))))
                .containsExactly("resource and action: matches", "anything: matches");
    }

    private static String age(String function, String type, String literal) {
        return condition(apply(function, value(type, literal), designator("subject", "age", "integer")));
    }

    @Test
    void a_condition_is_told_of_only_where_the_subject_matches() {
        var condition = age("integer-equal", "integer", "7");
        assertThat(parts(rule(REQUEST, permit("p", condition))))
                .containsExactly("resource and action: matches", "anything: matches", "condition: true");
        assertThat(parts(rule(REQUEST, permit("p", only(equal("subject", "s", "y")), condition))))
                .containsExactly("resource and action: matches", "`s` is `y`: does not match");
        assertThat(parts(rule(REQUEST, permit("p", age("integer-equal", "integer", "8")))))
                .contains("condition: false");
    }

    @Test
    void a_condition_tells_why_it_is_in_doubt() {
        var one = condition(apply(
                "integer-equal",
                value("integer", "7"),
                apply("integer-one-and-only", designator("subject", "age", "integer"))));
        var twice = request("subject age integer 7", "subject age integer 7");
        assertThat(parts(rule(twice, permit("p", one)))).contains("condition: more than one value");
        assertThat(parts(rule(request(), permit("p", one))))
                .contains("condition: an attribute is missing, or there are not as many values as asked for");
        assertThat(rule(request(), permit("p", one)).because())
                .isEqualTo("a condition lacks an attribute or a bag has another size");
        assertThat(parts(rule(REQUEST, permit("p", age("string-starts-with", "integer", "7")))))
                .contains("condition: cannot be told");
    }

    @Test
    void what_spoils_the_whole_decision_is_said_to() {
        var rule = rule(REQUEST, permit("p", age("string-starts-with", "integer", "7")));
        assertThat(rule.outcome()).isEqualTo("Indeterminate");
        assertThat(rule.because()).isEqualTo("it cannot be told, and so the whole decision cannot");
        var missing = only(match("string-equal", value("string", "x"), required("resource", "no", "string")));
        assertThat(parts(rule(REQUEST, permit("p", missing))))
                .containsExactly("resource and action: a required attribute is missing");
    }

    @Test
    void the_status_says_what_was_wrong() {
        assertThat(status(REQUEST, permit("p", only(NEEDS_SUBJECT))))
                .isEqualTo("ok: a required subject attribute is missing");
        assertThat(status(REQUEST, permit("p", age("string-starts-with", "integer", "7"))))
                .startsWith("syntax-error: the function `")
                .endsWith("string-starts-with` is not supported");
    }

    private static String status(Request request, String rule) {
        var status = compiled(policy("deny-overrides", rule), Dialect.ALTINN)
                .evaluate(request)
                .status();
        return status.code().substring(status.code().lastIndexOf(':') + 1) + ": " + status.message();
    }

    @Test
    void a_condition_without_a_literal_counts_its_values_first() {
        var unary = condition(apply("not", apply("integer-one-and-only", designator("subject", "age", "integer"))));
        assertThat(status(REQUEST, permit("p", unary)))
                .isEqualTo("syntax-error: a condition without a literal is not supported");
        var twice = request("subject age integer 7", "subject age integer 8");
        assertThat(status(twice, permit("p", unary)))
                .isEqualTo("processing-error: a condition got more than one value");
        assertThat(status(request(), permit("p", unary)))
                .isEqualTo("ok: a condition lacks an attribute or a bag has another size");
        var any = condition(apply("not", designator("subject", "age", "integer")));
        assertThat(status(twice, permit("p", any))).startsWith("syntax-error");
    }

    @Test
    void alternatives_and_demands_are_told_together() {
        var both = allOf(equal("subject", "s", "x"), equal("subject", "t", "y"));
        var either = rule(REQUEST, permit("p", target(anyOf(both, allOf(equal("subject", "u", "z"))))));
        assertThat(parts(either)).containsExactly("resource and action: matches", "any of: does not match");
        assertThat(parts(either.parts().get(1)))
                .containsExactlyInAnyOrder("all of: does not match", "`u` is `z`: does not match");
        var alone = rule(REQUEST, permit("p", target(anyOf(both))));
        assertThat(parts(alone)).containsExactly("resource and action: matches", "all of: does not match");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string-equal | string | x | is `x`",
                "string-equal-ignore-case | string | X | is, in any case, `X`",
                "integer-equal | integer | +7 | is the integer 7",
                "integer-equal | integer | 7x | is something that is no integer of 32 bits",
                "anyURI-equal | anyURI | HTTP://A | is the URI `http://a/`",
                "date-equal | date | 2024-01-01 | is the date `2024-01-01`",
                "string-regexp-match | string | x+ | contains what a pattern describes",
                "anyURI-equal | anyURI | a | cannot be compared: the literal is not an absolute URI"
            })
    void each_comparison_says_what_it_demands(String function, String type, String literal, String demand) {
        var rule = rule(
                REQUEST, permit("p", only(match(function, value(type, literal), designator("subject", "v", type)))));
        assertThat(rule.parts().get(1).what()).isEqualTo("`v` " + demand);
    }

    private static String oneOf(String function) {
        return target(anyOf(Stream.of("b", "A")
                .map(text -> allOf(match(function, value("string", text), designator("subject", "v", "string"))))
                .toArray(String[]::new)));
    }

    @Test
    void alternatives_on_one_attribute_say_which_texts_they_demand() {
        assertThat(rule(REQUEST, permit("p", oneOf("string-equal")))
                        .parts()
                        .get(1)
                        .what())
                .isEqualTo("`v` is one of `A`, `b`");
        assertThat(rule(REQUEST, permit("p", oneOf("string-equal-ignore-case")))
                        .parts()
                        .get(1)
                        .what())
                .isEqualTo("`v` is, in any case, one of `A`, `B`");
    }

    private static AltinnComparison comparison(String function, String type, String literal) {
        return AltinnComparisons.inTarget(PolicyXml.function(function), literal(type, literal));
    }

    private static AttributeValue literal(String type, String text) {
        return new AttributeValue(new Position(1, 1), PolicyXml.type(type), text);
    }

    @Test
    void only_an_integer_that_is_none_never_holds() {
        var equal = PolicyXml.function("integer-equal");
        assertThat(AltinnComparisons.neverHolds(equal, literal("integer", "x"))).isTrue();
        assertThat(AltinnComparisons.neverHolds(equal, literal("integer", "1"))).isFalse();
    }

    private static AltinnTest test(AltinnComparison comparison, Outcome whenAbsent) {
        return new AltinnMatch(Demands.ID.slot(), comparison, whenAbsent);
    }

    @Test
    void tests_that_neither_break_nor_miss_anything_are_certain() {
        var certain = test(comparison("string-equal", "string", "x"), Outcome.FAILS);
        assertThat(certain.isCertain()).isTrue();
        assertThat(AltinnTest.ALWAYS.isCertain()).isTrue();
        assertThat(AltinnReach.of(certain, AltinnTest.ALWAYS).isCertain()).isTrue();
        assertThat(AltinnAlternatives.of(List.of(List.of(certain), List.of(certain)))
                        .isCertain())
                .isTrue();
        for (var doubtful : List.of(
                test(comparison("string-equal", "string", "x"), Outcome.MISSING),
                test(comparison("string-regexp-match", "string", "x"), Outcome.FAILS),
                test(comparison("anyURI-equal", "anyURI", "urn:a"), Outcome.FAILS),
                test(comparison("date-equal", "date", "2024-01-01"), Outcome.FAILS),
                test(new AltinnComparison.Unusable(Failure.syntax("")), Outcome.FAILS))) {
            assertThat(doubtful.isCertain()).isFalse();
            assertThat(AltinnReach.of(certain, doubtful).isCertain()).isFalse();
            assertThat(AltinnReach.of(doubtful, certain).isCertain()).isFalse();
            assertThat(AltinnAlternatives.of(List.of(List.of(certain), List.of(doubtful)))
                            .isCertain())
                    .isFalse();
        }
    }

    /** Counts how often it was tested. */
    private static final class Counted implements AltinnTest {
        private final Outcome outcome;
        private int tested;

        Counted(Outcome outcome) {
            this.outcome = outcome;
        }

        @Override
        public Outcome test(AltinnEvaluation evaluation) {
            tested++;
            return outcome;
        }

        @Override
        public Step explain(AltinnEvaluation evaluation) {
            return AltinnExplaining.step("counted", outcome, "", List.of());
        }

        @Override
        public boolean isCertain() {
            return outcome == Outcome.HOLDS || outcome == Outcome.FAILS;
        }
    }

    @Test
    void the_action_is_not_tested_where_the_resource_does_not_match_and_nothing_can_be_missing() {
        var evaluation = new AltinnEvaluation(RequestIndex.of(List.of()), 0);
        var action = new Counted(Outcome.HOLDS);
        assertThat(AltinnReach.of(new Counted(Outcome.FAILS), action).test(evaluation))
                .isEqualTo(Outcome.FAILS);
        assertThat(action.tested).isZero();
        var missing = new Counted(Outcome.MISSING);
        assertThat(AltinnReach.of(new Counted(Outcome.FAILS), missing).test(evaluation))
                .isEqualTo(Outcome.MISSING);
        assertThat(missing.tested).isEqualTo(1);
    }
}

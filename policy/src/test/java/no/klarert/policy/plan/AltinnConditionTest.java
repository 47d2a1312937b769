package no.klarert.policy.plan;

import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.AltinnAnswers.NEEDS_SUBJECT;
import static no.klarert.policy.plan.AltinnAnswers.REQUEST;
import static no.klarert.policy.plan.AltinnAnswers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The conditions that Altinn's decision service can evaluate, and what becomes of others (Altinn decision service §6.4). */
class AltinnConditionTest {
    @Test
    void a_condition_compares_a_literal_with_each_value_of_an_attribute() {
        var ages = designator("subject", "age", "integer");
        var direct = permit("p", condition(apply("integer-equal", value("integer", "7"), ages)));
        assertThat(answer(request("subject age integer 5", "subject age integer 7"), direct))
                .isEqualTo("Permit");
        assertThat(answer(request("subject age integer 5"), direct)).isEqualTo("NotApplicable");
        assertThat(answer(request(), direct)).isEqualTo("Indeterminate");
        assertThat(answer(request("subject age string 7"), direct)).isEqualTo("NotApplicable");
    }

    @Test
    void a_condition_may_demand_that_there_is_only_one_value() {
        var ages = designator("subject", "age", "integer");
        var single = permit(
                "p", condition(apply("integer-equal", value("integer", "7"), apply("integer-one-and-only", ages))));
        assertThat(answer(request("subject age integer 7"), single)).isEqualTo("Permit");
        assertThat(answer(request("subject age integer 5"), single)).isEqualTo("NotApplicable");
        assertThat(answer(request("subject age integer 7", "subject age integer 5"), single))
                .isEqualTo("Indeterminate processing-error");
        assertThat(answer(request("subject age integer 7", "subject age integer 5"), single, permit("q")))
                .isEqualTo("Permit");
        var doubtful = deny("q", only(NEEDS_SUBJECT));
        assertThat(answer(request("subject age integer 7", "subject age integer 5"), doubtful, single))
                .isEqualTo("Indeterminate processing-error");
    }

    @Test
    void a_condition_may_count_values() {
        var dates = designator("environment", "d", "date");
        var two = permit("p", condition(apply("integer-equal", value("integer", "2"), apply("date-bag-size", dates))));
        assertThat(answer(request("environment d date a", "environment d date b"), two))
                .isEqualTo("Permit");
        assertThat(answer(request("environment d date a"), two)).isEqualTo("Indeterminate");
        var none = permit("p", condition(apply("integer-equal", value("integer", "0"), apply("date-bag-size", dates))));
        assertThat(answer(request("environment e date a"), none)).isEqualTo("Permit");
        assertThat(answer(request(), none)).isEqualTo("Indeterminate");
    }

    @Test
    void other_conditions_are_refused_when_they_are_reached() {
        var truth = value("boolean", "true");
        assertThat(answer(REQUEST, permit("p", condition(truth)))).isEqualTo("NotApplicable");
        assertThat(answer(REQUEST, permit("p", condition(apply("and", truth, truth)))))
                .isEqualTo("Indeterminate syntax-error");
        assertThat(answer(REQUEST, permit("p", only(equal("subject", "s", "y")), condition(apply("and", truth)))))
                .isEqualTo("NotApplicable");
        var pattern =
                condition(apply("string-regexp-match", value("string", "x"), designator("subject", "s", "string")));
        assertThat(answer(REQUEST, permit("p", pattern))).isEqualTo("Indeterminate syntax-error");
        var unary = condition(apply("not", designator("subject", "s", "string")));
        assertThat(answer(REQUEST, permit("p", unary))).isEqualTo("Indeterminate syntax-error");
        assertThat(answer(request(), permit("p", unary))).isEqualTo("Indeterminate");
        var size = condition(apply(
                "integer-equal", value("integer", "x"), apply("date-bag-size", designator("subject", "s", "date"))));
        assertThat(answer(REQUEST, permit("p", size))).isEqualTo("Indeterminate syntax-error");
    }
}

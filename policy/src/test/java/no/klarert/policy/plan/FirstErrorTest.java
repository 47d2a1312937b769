package no.klarert.policy.plan;

import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Compiling;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Requests;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parts that cannot fail are evaluated first, and rules that can change nothing not at all. Which error is reported does not depend
 * on that: it is the first one in the order of the document.
 */
class FirstErrorTest {
    private static final String MISSING = apply("string-one-and-only", required("subject", "a", "string"));
    private static final String MISSING_TRUTH = apply("string-equal", value("string", "x"), MISSING);
    private static final String ONE_OF_NONE = apply("boolean-one-and-only", apply("boolean-bag"));
    private static final String FALSE = value("boolean", "false");
    private static final String TRUE = value("boolean", "true");

    private static String firstError(String... rules) {
        var decision = Compiling.compiled(policy("deny-overrides", rules), Dialect.STANDARD)
                .evaluate(Requests.request());
        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        return decision.status().code();
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "or"})
    void a_part_that_can_fail_does_not_pass_one_before_it(String connective) {
        var neutral = connective.equals("and") ? TRUE : FALSE;
        var later = apply(connective, ONE_OF_NONE, apply("not", apply("not", neutral)));
        assertThat(firstError(permit("r", condition(apply("and", MISSING_TRUTH, later)))))
                .isEqualTo(Xacml.STATUS_MISSING_ATTRIBUTE);
        assertThat(firstError(permit("r", condition(apply("and", later, MISSING_TRUTH)))))
                .isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
    }

    /** A second Permit changes nothing under deny-overrides, but an error in its stead is the first one met. */
    private static void assertMet(String secondPermit) {
        var broken = deny("last", condition(ONE_OF_NONE));
        assertThat(firstError(permit("first"), secondPermit, broken)).isEqualTo(Xacml.STATUS_MISSING_ATTRIBUTE);
        assertThat(firstError(permit("first"), permit("second"), broken)).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
    }

    @Test
    void a_target_of_alternatives_in_error_is_met() {
        var error = match("string-equal", value("string", "x"), required("subject", "a", "string"));
        var other = match("string-equal", value("string", "y"), required("subject", "b", "string"));
        assertMet(permit("second", target(anyOf(allOf(error), allOf(other)))));
    }

    @Test
    void a_target_of_several_demands_in_error_is_met() {
        var error = match("string-equal", value("string", "x"), required("subject", "a", "string"));
        var other = match("string-equal", value("string", "y"), required("subject", "b", "string"));
        assertMet(permit("second", target(anyOf(allOf(error)), anyOf(allOf(other)))));
    }

    @Test
    void a_condition_in_error_is_met() {
        assertMet(permit("second", condition(MISSING_TRUTH)));
    }

    @Test
    void an_obligation_in_error_is_met() {
        assertMet(permit("second", obligations(obligation("o", "Permit", assignment("x", MISSING)))));
    }
}

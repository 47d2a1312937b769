package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import no.klarert.policy.Decision;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Requests;
import no.klarert.policy.Xacml;
import no.klarert.policy.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule-combining algorithms (XACML 3.0 appendix C). Rules are P and D (they apply), n (one that does not) and p and d (a
 * Permit or Deny rule in error).
 */
class CombiningTest {
    private static final String FALSE = condition(value("boolean", "false"));
    private static final String ERROR =
            condition(apply("string-is-in", value("string", "x"), required("subject", "a", "string")));

    private static String rule(char kind, int index) {
        var id = kind + "" + index;
        return switch (kind) {
            case 'P' -> PolicyXml.permit(id, obligations(obligation(id, "Permit")));
            case 'D' -> PolicyXml.deny(id, obligations(obligation(id, "Deny")));
            case 'n' -> PolicyXml.permit(id, FALSE, obligations(obligation(id, "Permit")));
            case 'p' -> PolicyXml.permit(id, ERROR);
            case 'd' -> PolicyXml.deny(id, ERROR);
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static String[] rules(String kinds) {
        var rules = new String[kinds.length()];
        Arrays.setAll(rules, i -> rule(kinds.charAt(i), i + 1));
        return rules;
    }

    private static Decision decide(String algorithm, String kinds) {
        return compiled(policy(algorithm, rules(kinds)), Dialect.STANDARD).evaluate(Requests.request());
    }

    /** The answer of a policy whose own target is in error: it shows which kind of Indeterminate or decision was within. */
    private static String kind(String algorithm, String kinds) {
        var target = only(PolicyXml.match("string-equal", value("string", "x"), required("resource", "b", "string")));
        var parts =
                Stream.concat(Stream.of(target), Arrays.stream(rules(kinds))).toArray(String[]::new);
        return compiled(policy(algorithm, parts), Dialect.STANDARD)
                .evaluate(Requests.request())
                .value()
                .text();
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        // 1 any Deny, 2 and 3 in doubt about both, 4 a Deny in doubt, 5 Permit, 6 a Permit in doubt, 7 nothing
        "deny-overrides, PDp, Deny",
        "deny-overrides, dD, Deny",
        "deny-overrides, pd, Indeterminate",
        "deny-overrides, dP, Indeterminate",
        "deny-overrides, d, Indeterminate",
        "deny-overrides, dn, Indeterminate",
        "deny-overrides, pP, Permit",
        "deny-overrides, nP, Permit",
        "deny-overrides, p, Indeterminate",
        "deny-overrides, n, NotApplicable",
        "deny-overrides, '', NotApplicable",
        "permit-overrides, DPd, Permit",
        "permit-overrides, pP, Permit",
        "permit-overrides, dp, Indeterminate",
        "permit-overrides, pD, Indeterminate",
        "permit-overrides, p, Indeterminate",
        "permit-overrides, dD, Deny",
        "permit-overrides, nD, Deny",
        "permit-overrides, d, Indeterminate",
        "permit-overrides, n, NotApplicable",
        "ordered-deny-overrides, PD, Deny",
        "ordered-deny-overrides, dP, Indeterminate",
        "ordered-permit-overrides, DP, Permit",
        "ordered-permit-overrides, pD, Indeterminate",
        "deny-unless-permit, DdpnP, Permit",
        "deny-unless-permit, p, Deny",
        "deny-unless-permit, n, Deny",
        "deny-unless-permit, '', Deny",
        "permit-unless-deny, PpdnD, Deny",
        "permit-unless-deny, d, Permit",
        "permit-unless-deny, n, Permit",
        "permit-unless-deny, '', Permit",
        "first-applicable, nPD, Permit",
        "first-applicable, nDP, Deny",
        "first-applicable, npP, Indeterminate",
        "first-applicable, ndP, Indeterminate",
        "first-applicable, nn, NotApplicable",
        // XACML 3.0 §C.10 to §C.13: what a rule in error could have said, says its effect
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, pP, Permit",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, dP, Indeterminate",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, dD, Deny",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, p, Indeterminate",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, n, NotApplicable",
        "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-deny-overrides, dP, Indeterminate",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides, dD, Deny",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides, pD, Indeterminate",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides, pP, Permit",
        "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-permit-overrides, pD, Indeterminate"
    })
    void combines(String algorithm, String kinds, String expected) {
        var decision = decide(algorithm, kinds);
        assertThat(decision.value().text()).isEqualTo(expected);
        assertThat(decision.status().code())
                .isEqualTo(expected.equals("Indeterminate") ? Xacml.STATUS_MISSING_ATTRIBUTE : Xacml.STATUS_OK);
    }

    /** Which decisions an error leaves open matters to whatever combines the policy with others (XACML 3.0 §7.10). */
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "deny-overrides, p, INDETERMINATE_PERMIT",
        "deny-overrides, d, INDETERMINATE_DENY",
        "deny-overrides, nd, INDETERMINATE_DENY",
        "deny-overrides, pd, INDETERMINATE_EITHER",
        "deny-overrides, dP, INDETERMINATE_EITHER",
        "deny-overrides, e, INDETERMINATE_EITHER",
        "deny-overrides, eP, INDETERMINATE_EITHER",
        "deny-overrides, eD, DENY",
        "deny-overrides, pP, PERMIT",
        "permit-overrides, d, INDETERMINATE_DENY",
        "permit-overrides, p, INDETERMINATE_PERMIT",
        "permit-overrides, dp, INDETERMINATE_EITHER",
        "permit-overrides, pD, INDETERMINATE_EITHER",
        "permit-overrides, eD, INDETERMINATE_EITHER",
        "permit-overrides, eP, PERMIT",
        "deny-unless-permit, e, DENY",
        "permit-unless-deny, e, PERMIT",
        "first-applicable, nep, INDETERMINATE_EITHER",
        "first-applicable, np, INDETERMINATE_PERMIT",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, p, INDETERMINATE_EITHER"
    })
    void keeps_the_kinds_of_error_apart(String algorithm, String kinds, String expected) {
        var verdicts = kinds.chars().mapToObj(kind -> verdict((char) kind)).toArray(Child[]::new);
        var combiner = CombiningAlgorithms.standard(PolicyXml.algorithm(algorithm), CombiningAlgorithms.Use.RULES);
        assertThat(combiner.combine(verdicts, Evaluation.OF_CONSTANTS).kind()).hasToString(expected);
    }

    private static Verdict verdict(char kind) {
        var failure = Failure.processing("made up");
        return switch (kind) {
            case 'P' -> Verdict.PERMIT;
            case 'D' -> Verdict.DENY;
            case 'n' -> Verdict.NOT_APPLICABLE;
            case 'p' -> Verdict.indeterminate(Verdict.Kind.INDETERMINATE_PERMIT, failure);
            case 'd' -> Verdict.indeterminate(Verdict.Kind.INDETERMINATE_DENY, failure);
            default -> Verdict.indeterminate(Verdict.Kind.INDETERMINATE_EITHER, failure);
        };
    }

    /** The duties that are handed on are those of the children that have the value of the whole (XACML 3.0 §7.18). */
    @ParameterizedTest(name = "{0} of {1} hands on {2}")
    @CsvSource({
        "deny-overrides, PnP, P1 P3",
        "deny-overrides, PpP, P1 P3",
        "deny-overrides, PD, D2",
        "deny-overrides, Pd, ''",
        "permit-overrides, DnD, D1 D3",
        "permit-overrides, DP, P2",
        "deny-unless-permit, DpD, D1 D3",
        "deny-unless-permit, DP, P2",
        "permit-unless-deny, PdP, P1 P3",
        "permit-unless-deny, PD, D2",
        "first-applicable, nPP, P2",
        "first-applicable, n, ''",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, PpP, P1 P3"
    })
    void hands_on_the_duties_of_the_rules_that_agree(String algorithm, String kinds, String expected) {
        assertThat(String.join(
                        " ",
                        decide(algorithm, kinds).obligations().stream()
                                .map(Obligation::id)
                                .toList()))
                .isEqualTo(expected);
    }

    /** Whatever the combining gives, a target in error leaves no more than a doubt about it (XACML 3.0 §7.14). */
    @ParameterizedTest
    @CsvSource({
        "deny-overrides, n, NotApplicable",
        "deny-overrides, P, Indeterminate",
        "deny-overrides, D, Indeterminate",
        "deny-overrides, pd, Indeterminate",
        "deny-overrides, p, Indeterminate",
        "deny-unless-permit, n, Indeterminate",
        "permit-unless-deny, n, Indeterminate",
        "first-applicable, n, NotApplicable"
    })
    void a_target_in_error_makes_a_decision_a_doubt(String algorithm, String kinds, String expected) {
        assertThat(kind(algorithm, kinds)).isEqualTo(expected);
    }

    @Test
    void the_first_error_met_is_the_one_reported() {
        var first = PolicyXml.permit("1", condition(apply("not", apply("boolean-one-and-only", apply("boolean-bag")))));
        var decision = compiled(policy("deny-overrides", first, rule('p', 2)), Dialect.STANDARD)
                .evaluate(Requests.request());
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
        var other = compiled(policy("deny-overrides", rule('p', 2), first), Dialect.STANDARD)
                .evaluate(Requests.request());
        assertThat(other.status().code()).isEqualTo(Xacml.STATUS_MISSING_ATTRIBUTE);
    }
}

package no.klarert.policy.check;

import static no.klarert.policy.Compiling.warnings;
import static no.klarert.policy.Dialect.STANDARD;
import static no.klarert.policy.PolicyXml.advice;
import static no.klarert.policy.PolicyXml.advised;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.reference;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static no.klarert.policy.check.Checking.TRUTH;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Compiling;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a mistake is said, and what does not is not (standard dialect). */
class StandardFindingsTest {
    private static final String UNTRUTH = value("boolean", "false");
    private static final String READ = only(equal("action", Xacml.ACTION_ID, "read"));
    private static final String FLAGS = designator("subject", "flag", "boolean");
    private static final String FLAG = apply("boolean-one-and-only", FLAGS);

    private static void assertFound(String xml, String... findings) {
        assertThat(warnings(xml, STANDARD)).containsExactly(findings);
    }

    private static String when(String expression) {
        return policy("deny-overrides", permit("r", READ, condition(expression)));
    }

    @Test
    void a_condition_that_is_always_true_is_found() {
        assertFound(when(TRUTH), "<AttributeValue> the condition is always true");
        assertFound(when(apply("or", FLAG, TRUTH)), "<Apply> the condition is always true");
        assertFound(when(apply("n-of", value("integer", "1"), TRUTH, FLAG)), "<Apply> the condition is always true");
        assertFound(when(apply("or", FLAG, UNTRUTH)));
        assertFound(when(apply("n-of", value("integer", "2"), TRUTH, FLAG)));
    }

    @Test
    void a_condition_that_is_never_true_is_found() {
        var never = "<Apply> the condition is never true: the rule never applies";
        assertFound(when(apply("and", FLAG, UNTRUTH)), never);
        assertFound(when(apply("not", apply("or", FLAG, TRUTH))), never);
        assertFound(when(apply("string-equal", value("string", "a"), value("string", "b"))), never);
        assertFound(when(apply("n-of", value("integer", "2"), UNTRUTH, FLAG)), never);
        assertFound(when(apply("and", FLAG, TRUTH)));
    }

    @Test
    void a_condition_that_cannot_be_worked_out_is_found() {
        var always = "<Apply> the condition is always Indeterminate";
        assertFound(when(apply("n-of", value("integer", "3"), FLAG, FLAG)), always);
        assertFound(when(apply("boolean-one-and-only", apply("boolean-bag"))), always);
        assertFound(when(apply("n-of", value("integer", "2"), FLAG, FLAG)));
    }

    @Test
    void a_condition_is_followed_through_variables() {
        assertFound(
                policy(
                        "deny-overrides",
                        variable("yes", TRUTH),
                        variable("surely", apply("or", FLAG, reference("yes"))),
                        permit("r", READ, condition(reference("surely")))),
                "<VariableReference> the condition is always true");
    }

    @Test
    void variables_that_double_each_other_are_followed_once_each() {
        var variables = new StringBuilder(variable("v0", FLAG));
        for (int i = 1; i < 45; i++) {
            var before = reference("v" + (i - 1));
            variables.append(variable("v" + i, apply("and", before, before)));
        }
        assertFound(policy("deny-overrides", variables.toString(), permit("r", READ, condition(reference("v44")))));
    }

    @Test
    void a_variable_that_nothing_comes_to_is_found() {
        var used = permit("r", READ, condition(reference("a")));
        assertFound(policy("deny-overrides", variable("a", apply("not", reference("b"))), variable("b", FLAG), used));
        assertFound(
                policy("deny-overrides", variable("a", FLAG), variable("b", apply("not", reference("a"))), used),
                "<VariableDefinition> the variable `b` is never used");
    }

    @Test
    void rules_behind_one_that_always_applies_are_found() {
        var reached = "<Rule> no rule from here on is ever reached: the rule `b` of line %d always comes first";
        assertFound(
                policy("first-applicable", permit("a", READ), deny("b"), permit("c", READ), permit("d")),
                reached.formatted(12));
        assertFound(
                policy("first-applicable", deny("b", condition(apply("or", FLAG, TRUTH))), permit("c", READ)),
                "<Apply> the condition is always true",
                reached.formatted(3));
        assertFound(policy("first-applicable", permit("a", READ), deny("b")));
        assertFound(policy("first-applicable", deny("b", condition(FLAG)), permit("c", READ)));
    }

    @ParameterizedTest
    @CsvSource({
        "deny-unless-permit, true",
        "permit-unless-deny, true",
        "deny-overrides, false",
        "first-applicable, false"
    })
    void policies_behind_one_that_always_decides_are_found(String algorithm, boolean alwaysDecides) {
        var first = policy(algorithm, permit("r", READ)).replace("\"p\"", "\"first\"");
        var xml = """
                <PolicySet xmlns="%s" PolicySetId="s" Version="1"
                    PolicyCombiningAlgId="urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable">
                <Target/>
                %s
                %s
                </PolicySet>""".formatted(Xacml.NAMESPACE, first, policy("deny-overrides", permit("r", READ)));
        var finding =
                "<Policy> no policy from here on is ever reached: the policy `first` of line 4 always comes first";
        assertThat(warnings(xml, STANDARD).contains(finding)).isEqualTo(alwaysDecides);
    }

    @Test
    void a_duty_for_a_decision_that_is_never_given_is_found() {
        var onDeny = obligations(obligation("o", "Deny"));
        var adviceOnDeny = advice(advised("a", "Deny"));
        assertFound(
                policy("deny-overrides", permit("r", READ, onDeny)),
                "<ObligationExpression> the obligation `o` is never given: this rule does not give Deny");
        assertFound(
                policy("deny-overrides", permit("r", READ), onDeny, adviceOnDeny),
                "<ObligationExpression> the obligation `o` is never given: this policy does not give Deny",
                "<AdviceExpression> the advice `a` is never given: this policy does not give Deny");
        assertFound(policy("deny-unless-permit", permit("r", READ), onDeny, adviceOnDeny));
        assertFound(policy("deny-overrides", permit("r", READ), deny("d", only(equal("subject", "x", "y"))), onDeny));
    }

    @Test
    void an_alternative_that_stands_there_twice_is_found() {
        var a = allOf(equal("subject", "role", "a"));
        var b = allOf(equal("subject", "role", "b"));
        assertFound(
                policy("deny-overrides", permit("r", target(anyOf(a, b, a)))),
                "<AllOf> this `AllOf` repeats the one of line 6");
        assertFound(policy("deny-overrides", permit("r", target(anyOf(a, b), anyOf(a)))));
    }

    @Test
    void white_space_around_a_text_is_found() {
        assertFound(
                policy("deny-overrides", permit("r", only(equal("subject", "role", "\n  a\n")))),
                "<AttributeValue> the white space around `a` belongs to the text compared");
        assertFound(policy("deny-overrides", permit("r", only(equal("subject", "role", "a b")))));
        var age = match("integer-equal", value("integer", " 1 "), designator("subject", "age", "integer"));
        assertFound(policy("deny-overrides", permit("r", only(age))));
    }

    @Test
    void an_identifier_that_is_all_but_a_known_one_is_found() {
        assertFound(
                policy("deny-overrides", permit("r", only(equal("subject", Xacml.SUBJECT_ID + "s", "x")))),
                "<AttributeDesignator> the attribute `" + Xacml.SUBJECT_ID + "s` is not a known one; did you mean `"
                        + Xacml.SUBJECT_ID + "`?");
        var older = Xacml.CATEGORY_RESOURCE.replace("3.0", "1.0");
        assertFound(
                policy("deny-overrides", permit("r", only(equal(older, "x", "x")))),
                "<AttributeDesignator> the category `" + older + "` is not a known one; did you mean `"
                        + Xacml.CATEGORY_RESOURCE + "`?");
        assertFound(policy("deny-overrides", permit("r", only(equal("subject", Xacml.SUBJECT_ID + "2", "x")))));
        assertFound(policy("deny-overrides", permit("r", only(equal("subject", "urn:own:subject-id", "x")))));
    }

    @Test
    void an_attribute_that_must_be_present_as_two_types_is_found() {
        var asText = apply("string-is-in", value("string", "x"), required("subject", "age", "string"));
        var asNumber = apply("integer-is-in", value("integer", "1"), designator("subject", "age", "integer"));
        assertFound(
                when(apply("and", asText, asNumber)),
                "<AttributeDesignator> `age` must be present as `" + Xacml.TYPE_STRING
                        + "`, but the policy also asks for it with another data type");
        assertFound(when(apply("or", asText, asText)));
        assertFound(when(apply("and", asText.replace("\"true\"", "\"false\""), asNumber)));
    }

    @Test
    void nothing_is_said_of_a_policy_that_is_refused() {
        var xml = policy("deny-overrides", variable("unused", FLAG), permit("r", condition(value("integer", "1"))));
        assertThat(Compiling.rejected(PolicyXml.bytes(xml), STANDARD)).hasSize(1);
    }
}

package no.klarert.policy.check;

import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.Compiling.warnings;
import static no.klarert.policy.Dialect.ALTINN;
import static no.klarert.policy.PolicyXml.advice;
import static no.klarert.policy.PolicyXml.advised;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Altinn's dialect refuses little; it says where a policy does not do what it seems to say (Altinn decision service §6). */
class AltinnCheckTest {
    private static final String SYSTEM_USER = designator("subject", "urn:altinn:systemuser:uuid", "string");

    private static final String READ = only(equal("action", Xacml.ACTION_ID, "read"));
    private static final String WRITE = only(equal("action", Xacml.ACTION_ID, "write"));

    private static void assertWarned(String part, String... warnings) {
        assertThat(warnings(policy("deny-overrides", part), ALTINN)).containsExactly(warnings);
    }

    @Test
    void a_policy_of_the_usual_shape_is_not_commented_on() {
        assertWarned(permit(
                "r",
                target(
                        anyOf(
                                allOf(equal("subject", "urn:altinn:rolecode", "dagl")),
                                allOf(equal("subject", "urn:altinn:accesspackage", "y"))),
                        anyOf(allOf(equal("resource", "urn:altinn:resource", "z"))),
                        anyOf(allOf(equal("action", Xacml.ACTION_ID, "read"))))));
    }

    @Test
    void warns_of_an_algorithm_it_does_not_know() {
        var onlyOne = "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:only-one-applicable";
        assertThat(warnings(policy(onlyOne), ALTINN))
                .containsExactly("<Policy> the combining algorithm `" + onlyOne
                        + "` is not known: every decision is Indeterminate");
        var old = "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides";
        assertThat(warnings(policy(old), ALTINN))
                .containsExactly(
                        "<Policy> the combining algorithm `" + old + "` is not known: every decision is Indeterminate");
    }

    @Test
    void warns_of_an_algorithm_for_policies() {
        var forPolicies = "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-overrides";
        assertThat(warnings(policy(forPolicies), ALTINN))
                .containsExactly("<Policy> `" + forPolicies + "` combines policies; taken as the one for rules");
    }

    @Test
    void warns_of_what_is_not_looked_at() {
        assertWarned(
                only(equal("resource", "a", "x")),
                "<Target> the target of a policy is not tested, only those of its rules");
        assertWarned(variable("v", value("string", "x")), "<VariableDefinition> variables are not supported");
        assertWarned(
                permit("r", only(equal("environment", "a", "x"))),
                "<Match> the category `urn:oasis:names:tc:xacml:3.0:attribute-category:environment` is not tested");
        assertWarned(
                permit("r", obligations(obligation("o", "Permit"))),
                "<ObligationExpression> obligations of a rule are not returned");
        assertWarned(permit("r", advice(advised("a", "Permit"))), "<AdviceExpression> advice is not given");
        assertWarned(advice(advised("a", "Permit")), "<AdviceExpression> advice is not given");
        assertWarned(
                obligations(obligation("o", "Deny", "")),
                "<ObligationExpression> obligations on Deny are not returned");
    }

    @Test
    void warns_of_conditions_and_repeated_ids() {
        assertWarned(
                permit("r", condition(value("boolean", "true"))),
                "<AttributeValue> conditions are barely supported and should not be used");
        assertThat(warnings(policy("deny-overrides", permit("r", READ), permit("r", WRITE)), ALTINN))
                .containsExactly("<Rule> the rule id `r` is used twice");
    }

    @Test
    void warns_where_demands_are_read_as_alternatives() {
        assertWarned(
                permit(
                        "r",
                        target(
                                anyOf(allOf(equal("subject", "urn:altinn:systemuser:uuid", "x"))),
                                anyOf(allOf(equal("subject", "urn:altinn:accesspackage", "y"))))),
                "<AnyOf> several `AnyOf` test the category `urn:oasis:names:tc:xacml:1.0:subject-category:access-subject`:"
                        + " they are alternatives");
    }

    @Test
    void warns_of_attributes_that_must_be_present() {
        assertWarned(
                permit(
                        "r",
                        only(match(
                                "string-equal",
                                value("string", "x"),
                                required("subject", "urn:altinn:systemuser:uuid", "string")))),
                "<Match> `MustBePresent` is true: without `urn:altinn:systemuser:uuid` the decision may be Indeterminate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string-starts-with | string | x | the function `urn:oasis:names:tc:xacml:3.0:function:string-starts-with` is not supported",
                "string-regexp-match | string | (a | the pattern lacks a `)` at character 3",
                "anyURI-equal | anyURI | a b | the literal is not an absolute URI",
                "date-equal | date | x | the literal is not a valid date",
                "time-equal | time | x | the literal is not a valid time",
                "dateTime-equal | dateTime | x | the literal is not a valid dateTime"
            })
    void warns_of_what_it_cannot_work_with(String function, String type, String literal, String problem) {
        assertWarned(
                permit("r", only(match(function, value(type, literal), SYSTEM_USER))),
                "<Match> " + problem + ": reaching it makes the decision Indeterminate");
    }

    @Test
    void refuses_an_obligation_that_could_not_be_written_into_an_answer() {
        var assignment = assignment("a", value("string", "x")).replace(" Category=\"c\"", "");
        assertThat(errors(policy("deny-overrides", obligations(obligation("o", "Permit", assignment))), ALTINN))
                .containsExactly("<AttributeAssignmentExpression> an assignment of an obligation needs a `Category`");
    }

    @Test
    void warns_of_an_obligation_that_is_more_than_a_literal() {
        assertWarned(
                obligations(obligation("o", "Permit", assignment("a", SYSTEM_USER))),
                "<AttributeAssignmentExpression> only literals are returned in obligations");
    }

    @Test
    void refuses_patterns_that_are_too_large_together() {
        var rules = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            rules.append(permit("r" + i, only(match("string-regexp-match", value("string", "a{9990}"), SYSTEM_USER))));
        }
        assertThat(errors(policy("deny-overrides", rules.toString()), ALTINN))
                .containsExactly("<Match> the patterns up to here take more than 200000 steps, written out");
    }
}

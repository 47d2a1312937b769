package no.klarert.policy.check;

import static no.klarert.policy.Compiling.warnings;
import static no.klarert.policy.Dialect.ALTINN;
import static no.klarert.policy.Dialect.STANDARD;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.assignment;
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
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Dialect;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is called redundant only where no decision could tell that it is gone. */
class RedundantRuleCheckTest {
    private static final String READ = equal("action", Xacml.ACTION_ID, "read");
    private static final String WRITE = equal("action", Xacml.ACTION_ID, "write");
    private static final String TAX = equal("resource", "urn:altinn:resource", "tax");
    private static final String PACKAGE = equal("subject", "urn:altinn:accesspackage", "tax");

    private static void assertFound(
            Dialect dialect, String algorithm, String first, String second, String... findings) {
        assertThat(warnings(policy(algorithm, first, second), dialect)).containsExactly(findings);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_rule_that_says_the_same_again_is_found(Dialect dialect) {
        assertFound(
                dialect,
                "deny-overrides",
                permit("a", only(READ)),
                permit("b", only(READ)),
                "<Rule> the rule `b` repeats the rule `a` of line 3");
        assertFound(dialect, "deny-overrides", permit("a", only(READ)), permit("b", only(WRITE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny-overrides", "permit-overrides", "deny-unless-permit", "first-applicable"})
    void a_rule_with_fewer_alternatives_than_another_is_found(String algorithm) {
        for (var dialect : Dialect.values()) {
            assertFound(
                    dialect,
                    algorithm,
                    permit("a", target(anyOf(allOf(READ), allOf(WRITE)))),
                    permit("b", only(WRITE)),
                    "<Rule> the rule `b` decides nothing: the rule `a` of line 3 applies whenever it does");
        }
    }

    @Test
    void a_rule_that_demands_more_than_another_is_found_where_rules_are_read_for_decisions_alone() {
        var narrow = permit("b", target(anyOf(allOf(READ)), anyOf(allOf(TAX))));
        assertFound(
                STANDARD,
                "deny-overrides",
                permit("a", only(READ)),
                narrow,
                "<Rule> the rule `b` decides nothing: the rule `a` of line 3 applies whenever it does");
        assertFound(ALTINN, "deny-overrides", permit("a", only(READ)), narrow);
    }

    @Test
    void demands_of_one_category_are_alternatives_in_altinns_dialect() {
        var both = target(anyOf(allOf(READ)), anyOf(allOf(WRITE)));
        assertThat(warnings(policy("first-applicable", deny("a", both), permit("b", only(READ))), ALTINN))
                .contains("<Rule> the rule `b` decides nothing: the rule `a` of line 3 applies whenever it does");
        assertFound(STANDARD, "first-applicable", deny("a", both), permit("b", only(READ)));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_rule_that_is_always_overridden_is_found_wherever_it_stands(Dialect dialect) {
        var narrow = permit("b", target(anyOf(allOf(PACKAGE)), anyOf(allOf(READ))));
        assertFound(
                dialect,
                "deny-overrides",
                narrow,
                deny("a", only(READ)),
                "<Rule> the rule `b` decides nothing: the rule `a` of line 17 applies whenever it does");
        assertFound(dialect, "permit-overrides", narrow, deny("a", only(READ)));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_rule_that_gives_what_is_assumed_is_found(Dialect dialect) {
        assertFound(
                dialect,
                "deny-unless-permit",
                permit("a", only(PACKAGE)),
                deny("b", only(READ)),
                "<Rule> the rule `b` decides nothing: what no rule permits is denied anyway");
        assertFound(
                dialect,
                "permit-unless-deny",
                permit("a", only(PACKAGE)),
                deny("b", only(READ)),
                "<Rule> the rule `a` decides nothing: what no rule denies is permitted anyway");
    }

    @Test
    void a_rule_with_duties_of_its_own_is_kept() {
        var duty = obligations(obligation("o", "Permit", assignment("a", value("string", "x"))));
        assertFound(STANDARD, "deny-overrides", permit("a", only(READ)), permit("b", only(READ), duty));
        assertFound(
                STANDARD,
                "deny-overrides",
                permit("a", only(READ), duty),
                permit("b", only(READ)),
                "<Rule> the rule `b` repeats the rule `a` of line 3");
    }

    @Test
    void a_rule_is_kept_beside_one_whose_duties_may_fail() {
        var duty = obligations(obligation("o", "Permit", assignment("a", required("subject", "x", "string"))));
        assertFound(STANDARD, "deny-overrides", permit("a", only(READ), duty), permit("b", only(READ)));
    }

    @Test
    void a_rule_that_may_be_indeterminate_is_kept_unless_the_other_is_as_well() {
        var present = match("string-equal", value("string", "x"), required("subject", "x", "string"));
        var narrow = target(anyOf(allOf(READ)), anyOf(allOf(present)));
        assertFound(STANDARD, "deny-overrides", permit("a", only(READ)), permit("b", narrow));
        assertFound(
                STANDARD,
                "deny-overrides",
                permit("a", narrow),
                permit("b", narrow),
                "<Rule> the rule `b` repeats the rule `a` of line 3");
    }

    @Test
    void a_missing_attribute_of_a_later_alternative_counts_in_altinns_dialect() {
        var present = match("string-equal", value("string", "x"), required("action", "urn:own:part", "string"));
        var wide = deny("a", target(anyOf(allOf(READ), allOf(present))));
        assertThat(warnings(policy("first-applicable", wide, permit("b", only(READ))), ALTINN))
                .noneMatch(warning -> warning.contains("decides nothing"));
        assertFound(
                STANDARD,
                "first-applicable",
                wide,
                permit("b", only(READ)),
                "<Rule> the rule `b` decides nothing: the rule `a` of line 3 applies whenever it does");
    }

    @Test
    void values_of_one_issuer_are_fewer_than_those_of_all() {
        var issued = READ.replace("MustBePresent", "Issuer=\"i\" MustBePresent");
        assertFound(
                STANDARD,
                "deny-overrides",
                permit("a", only(READ)),
                permit("b", only(issued)),
                "<Rule> the rule `b` decides nothing: the rule `a` of line 3 applies whenever it does");
        assertFound(STANDARD, "deny-overrides", permit("a", only(issued)), permit("b", only(READ)));
        assertThat(warnings(policy("deny-overrides", permit("a", only(issued)), permit("b", only(READ))), ALTINN))
                .containsExactly("<Rule> the rule `b` repeats the rule `a` of line 3");
    }

    @Test
    void conditions_count() {
        var old = condition(apply(
                "integer-greater-than",
                apply("integer-one-and-only", designator("subject", "age", "integer")),
                value("integer", "17")));
        var older = old.replace("17", "66");
        assertFound(
                STANDARD,
                "deny-overrides",
                permit("a", old),
                permit("b", old),
                "<Rule> the rule `b` repeats the rule `a` of line 3");
        assertFound(STANDARD, "deny-overrides", permit("a", old), permit("b", older));
    }

    @Test
    void an_algorithm_that_is_not_known_makes_nothing_redundant() {
        var policy = policy("urn:x:deny-overrides", permit("a", only(READ)), permit("b", only(READ)));
        assertThat(warnings(policy, ALTINN)).noneMatch(warning -> warning.contains("the rule"));
    }

    @Test
    void thousands_of_rules_take_no_time_to_speak_of() {
        var rules = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rules.append(permit("r" + i, only(equal("action", "x", "a" + i))));
        }
        assertThat(warnings(policy("deny-overrides", rules.toString()), STANDARD))
                .isEmpty();
    }
}

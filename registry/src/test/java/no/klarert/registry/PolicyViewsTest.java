package no.klarert.registry;

import static no.klarert.registry.TestPolicies.PACKAGE;
import static no.klarert.registry.TestPolicies.ROLE;
import static no.klarert.registry.TestPolicies.actions;
import static no.klarert.registry.TestPolicies.allOf;
import static no.klarert.registry.TestPolicies.anyOf;
import static no.klarert.registry.TestPolicies.matches;
import static no.klarert.registry.TestPolicies.permit;
import static no.klarert.registry.TestPolicies.policy;
import static no.klarert.registry.TestPolicies.resource;
import static no.klarert.registry.TestPolicies.resourceWith;
import static no.klarert.registry.TestPolicies.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Xacml;
import no.klarert.registry.PolicyViews.FlatRule;
import org.junit.jupiter.api.Test;

class PolicyViewsTest {
    private static final PolicyAttribute READ = new PolicyAttribute(Xacml.ACTION_ID, "read");
    private static final PolicyAttribute WRITE = new PolicyAttribute(Xacml.ACTION_ID, "write");
    private static final PolicyAttribute X = new PolicyAttribute(ResourceUrns.RESOURCE, "nav_x");
    private static final PolicyAttribute DAGL = new PolicyAttribute(ROLE, "DAGL");
    private static final PolicyAttribute JORDBRUK = new PolicyAttribute(PACKAGE, "jordbruk");

    @Test
    void a_rule_is_every_combination_of_its_subjects_actions_and_resources() {
        var policy = policy(
                permit(subjects(ROLE, "DAGL", PACKAGE, "jordbruk"), resource("nav_x"), actions("read", "write")));
        assertThat(PolicyViews.rules(policy))
                .containsExactly(
                        new FlatRule(List.of(DAGL), READ, List.of(X)),
                        new FlatRule(List.of(DAGL), WRITE, List.of(X)),
                        new FlatRule(List.of(JORDBRUK), READ, List.of(X)),
                        new FlatRule(List.of(JORDBRUK), WRITE, List.of(X)));
    }

    @Test
    void an_alternative_that_mixes_categories_gives_each_its_part() {
        var matches = new ArrayList<>(matches(Xacml.CATEGORY_RESOURCE, ResourceUrns.RESOURCE, "nav_x"));
        matches.addAll(matches(Xacml.CATEGORY_ACTION, Xacml.ACTION_ID, "read"));
        var policy = policy(permit(subjects(ROLE, "DAGL"), anyOf(allOf(matches))));
        assertThat(PolicyViews.rules(policy)).containsExactly(new FlatRule(List.of(DAGL), READ, List.of(X)));
    }

    @Test
    void an_action_that_needs_two_values_is_not_shown() {
        var both = anyOf(allOf(matches(Xacml.CATEGORY_ACTION, Xacml.ACTION_ID, "read", Xacml.ACTION_ID, "write")));
        assertThat(PolicyViews.rules(policy(permit(subjects(ROLE, "DAGL"), resource("nav_x"), both))))
                .isEmpty();
    }

    @Test
    void rights_group_rules_by_action_and_resource() {
        var rights = PolicyViews.rights(policy(
                permit(subjects(ROLE, "DAGL"), resource("nav_x"), actions("read")),
                permit(subjects(PACKAGE, "jordbruk"), resource("nav_x"), actions("read", "write"))));
        assertThat(rights).hasSize(2);
        assertThat(rights.getFirst().subjects()).containsExactly(List.of(DAGL), List.of(JORDBRUK));
        assertThat(rights.getFirst().subjectTypes()).containsExactly(PACKAGE, ROLE);
    }

    @Test
    void right_keys_are_those_of_the_public_service() {
        var read = policy(permit(subjects(ROLE, "DAGL"), resource("nav_sykepenger_dialog"), actions("read")));
        assertThat(PolicyViews.rights(read).getFirst().key())
                .isEqualTo("read;nav_sykepenger_dialog;c0591e0ce387a4a758cf7b6751d44675");
        var app = resourceWith(ResourceUrns.ORG, "brg", ResourceUrns.APP, "rrh-innrapportering");
        assertThat(PolicyViews.rights(policy(permit(subjects(ROLE, "DAGL"), app, actions("instantiate"))))
                        .getFirst()
                        .key())
                .isEqualTo("instantiate;rrh-innrapportering;brg;c9e4c013f36877a54c6d92bab8dcb69c");
    }

    @Test
    void subjects_are_shown_once_and_in_lower_case() {
        var policy = policy(
                permit(subjects(ROLE, "DAGL"), resource("nav_x"), actions("read")),
                permit(subjects(ROLE, "dagl", PACKAGE, "jordbruk"), resource("nav_x"), actions("write")));
        assertThat(PolicyViews.subjects(policy)).containsExactly(new PolicyAttribute(ROLE, "dagl"), JORDBRUK);
    }
}

package no.klarert.registry;

import static no.klarert.registry.TestPolicies.PACKAGE;
import static no.klarert.registry.TestPolicies.ROLE;
import static no.klarert.registry.TestPolicies.actions;
import static no.klarert.registry.TestPolicies.allOf;
import static no.klarert.registry.TestPolicies.anyOf;
import static no.klarert.registry.TestPolicies.deny;
import static no.klarert.registry.TestPolicies.matches;
import static no.klarert.registry.TestPolicies.permit;
import static no.klarert.registry.TestPolicies.policy;
import static no.klarert.registry.TestPolicies.resource;
import static no.klarert.registry.TestPolicies.resourceWith;
import static no.klarert.registry.TestPolicies.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;
import no.klarert.registry.PolicyRights.Beside;
import no.klarert.registry.PolicyRights.Right;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class PolicyRightsTest {
    private static final ResourceId DIALOG = new ResourceId("nav_sykepenger_dialog");
    private static final ResourceId APP = new ResourceId("app_brg_aarsregnskap-vanlig-202406");

    @Test
    void the_key_of_a_right_on_a_resource_is_that_of_the_public_service() {
        var policy = policy(permit(subjects(ROLE, "dagl"), resource(DIALOG.value()), actions("read")));
        assertThat(PolicyRights.of(policy, DIALOG))
                .extracting(Right::key)
                .containsExactly("01387edb525569f7fdac52aa30f57411ff8ffdce23c09c7ad4ef4d8cf4c02b6f81");
    }

    @Test
    void the_key_of_a_right_on_a_task_of_an_app_is_that_of_the_public_service() {
        var task = resourceWith(
                ResourceUrns.ORG,
                "brg",
                ResourceUrns.APP,
                "aarsregnskap-vanlig-202406",
                "urn:altinn:task",
                "Utfylling");
        var rights = PolicyRights.of(policy(permit(subjects(ROLE, "dagl"), task, actions("write"))), APP);
        assertThat(rights)
                .extracting(Right::key)
                .containsExactly("01cbc9ac27b8f19bfef994b3083262de181578bbeade715f1143dfe2ce42383b52");
        assertThat(rights.getFirst().isOnWholeResource()).isFalse();
    }

    @Test
    void a_right_named_by_several_rules_is_one_right_with_all_their_subjects() {
        var policy = policy(
                permit(subjects(ROLE, "dagl"), resource(DIALOG.value()), actions("read", "write")),
                permit(subjects(PACKAGE, "jordbruk"), resource(DIALOG.value()), actions("read")));
        var rights = PolicyRights.of(policy, DIALOG);
        assertThat(rights).hasSize(2);
        assertThat(rights.getFirst().subjects())
                .containsExactly(new PolicyAttribute(ROLE, "dagl"), new PolicyAttribute(PACKAGE, "jordbruk"));
    }

    @Test
    void rights_of_service_owners_and_apps_are_shown_only_when_asked_for() {
        var policy = policy(
                permit(subjects("urn:altinn:org", "nav"), resource(DIALOG.value()), actions("subscribe")),
                permit(subjects("urn:altinn:resource:delegation", "x"), resource(DIALOG.value()), actions("sign")));
        assertThat(PolicyRights.of(policy, DIALOG)).isEmpty();
        assertThat(actionValues(policy, Beside.SERVICE_OWNERS)).containsExactly("subscribe");
        assertThat(actionValues(policy, Beside.APPS)).containsExactly("sign");
    }

    private static Iterable<String> actionValues(Policy policy, Beside beside) {
        return PolicyRights.of(policy, DIALOG, EnumSet.of(beside)).stream()
                .map(right -> right.action().value())
                .toList();
    }

    @Test
    void a_subject_that_needs_two_attributes_gives_no_right() {
        var both = anyOf(allOf(matches(Xacml.CATEGORY_ACCESS_SUBJECT, ROLE, "dagl", PACKAGE, "jordbruk")));
        assertThat(PolicyRights.of(policy(permit(both, resource(DIALOG.value()), actions("read"))), DIALOG))
                .isEmpty();
    }

    @Test
    void a_right_on_another_resource_is_left_out() {
        var policy = policy(permit(subjects(ROLE, "dagl"), resource("nav_annet"), actions("read")));
        assertThat(PolicyRights.of(policy, DIALOG)).isEmpty();
        assertThat(PolicyRights.of(policy, new ResourceId("nav_annet"))).hasSize(1);
    }

    @Test
    void delegating_gives_the_actions_that_permit_rules_name_for_the_whole_resource() {
        var task = resourceWith(ResourceUrns.RESOURCE, DIALOG.value(), "urn:altinn:task", "t1");
        var policy = policy(
                permit(subjects(ROLE, "dagl"), resource(DIALOG.value()), actions("read", "write", "not an action")),
                permit(subjects(ROLE, "dagl"), task, actions("sign")),
                permit(subjects("urn:altinn:org", "nav"), resource(DIALOG.value()), actions("subscribe")),
                deny(subjects(ROLE, "regn"), resource(DIALOG.value()), actions("delete")));
        assertThat(PolicyRights.actionsOf(policy, DIALOG))
                .containsExactly(new ActionName("read"), new ActionName("write"));
    }
}

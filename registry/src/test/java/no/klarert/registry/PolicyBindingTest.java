package no.klarert.registry;

import static no.klarert.registry.TestPolicies.ROLE;
import static no.klarert.registry.TestPolicies.actions;
import static no.klarert.registry.TestPolicies.permit;
import static no.klarert.registry.TestPolicies.policy;
import static no.klarert.registry.TestPolicies.resource;
import static no.klarert.registry.TestPolicies.resourceWith;
import static no.klarert.registry.TestPolicies.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class PolicyBindingTest {
    private static final ResourceId ID = new ResourceId("nav_x-ny");
    private static final AnyOf OWN = resource("nav_x-ny");

    @Test
    void accepts_rules_that_all_name_the_resource() {
        var policy = policy(permit(subjects(ROLE, "dagl"), OWN, actions("read")), permit(OWN));
        assertThat(PolicyBinding.refusal(policy, ID)).isEmpty();
    }

    @Test
    void refuses_a_rule_for_another_resource() {
        var policy = policy(permit(OWN), permit(resource("nav_y")));
        assertThat(PolicyBinding.refusal(policy, ID)).contains(PolicyBinding.OTHER_RESOURCE);
    }

    @Test
    void refuses_a_rule_that_names_another_resource_beside_its_own() {
        assertThat(PolicyBinding.refusal(policy(permit(OWN, resource("nav_y"))), ID))
                .contains(PolicyBinding.OTHER_RESOURCE);
    }

    @Test
    void compares_resource_ids_with_case() {
        assertThat(PolicyBinding.refusal(policy(permit(resource("NAV_X-NY"))), ID))
                .contains(PolicyBinding.OTHER_RESOURCE);
    }

    @Test
    void refuses_a_rule_without_resource() {
        var policy = policy(permit(OWN), permit(subjects(ROLE, "dagl"), actions("read")));
        assertThat(PolicyBinding.refusal(policy, ID)).contains(PolicyBinding.NO_RESOURCE);
    }

    @Test
    void an_app_may_be_named_by_org_and_app() {
        var app = new ResourceId("app_skd_min_app");
        var named = policy(permit(resourceWith(ResourceUrns.ORG, "SKD", ResourceUrns.APP, "min_app")));
        assertThat(PolicyBinding.refusal(named, app)).isEmpty();
        var other = policy(permit(resourceWith(ResourceUrns.ORG, "skd", ResourceUrns.APP, "annen")));
        assertThat(PolicyBinding.refusal(other, app)).contains(PolicyBinding.NO_RESOURCE);
        var half = policy(permit(resourceWith(ResourceUrns.APP, "min_app")));
        assertThat(PolicyBinding.refusal(half, app)).contains(PolicyBinding.NO_RESOURCE);
    }

    @Test
    void refuses_more_than_20000_combinations() {
        var actions = actions(IntStream.range(0, 200).mapToObj(i -> "a" + i).toArray(String[]::new));
        assertThat(PolicyBinding.refusal(policy(permit(subjects(pairs(100)), OWN, actions)), ID))
                .isEmpty();
        assertThat(PolicyBinding.refusal(policy(permit(subjects(pairs(101)), OWN, actions)), ID))
                .get()
                .asString()
                .contains("20000 combinations");
    }

    private static String[] pairs(int count) {
        return IntStream.range(0, 2 * count)
                .mapToObj(i -> i % 2 == 0 ? ROLE : "r" + i)
                .toArray(String[]::new);
    }
}

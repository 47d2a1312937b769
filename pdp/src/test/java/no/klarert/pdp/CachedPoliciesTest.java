package no.klarert.pdp;

import static no.klarert.pdp.PolicyXml.permit;
import static no.klarert.pdp.PolicyXml.policy;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.pdp.PolicyRetrievalPoint.Retrieval;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class CachedPoliciesTest {
    private static final ResourceId CLAIMS = new ResourceId("ske-krav");
    private static final Bytes POLICY = policy(permit(AttributeIds.ORG, "skd", CLAIMS.value(), "read"));
    private final World world = new World().withPolicy(CLAIMS.value(), POLICY);
    private final CachedPolicies policies = new CachedPolicies(world, 2L * POLICY.length());

    private Retrieval retrieve(ResourceId resource) {
        return world.run(tx -> policies.policyFor(tx, resource));
    }

    @Test
    void compiles_a_version_once() {
        var first = retrieve(CLAIMS);
        assertThat(first).isInstanceOf(Retrieval.Found.class);
        world.lookedUp.clear();
        assertThat(retrieve(CLAIMS)).isSameAs(first);
        assertThat(world.lookedUp).isEmpty();
    }

    @Test
    void a_new_version_replaces_the_former_at_once() {
        var first = retrieve(CLAIMS);
        world.withPolicy(CLAIMS.value(), POLICY);
        assertThat(retrieve(CLAIMS)).isInstanceOf(Retrieval.Found.class).isNotSameAs(first);
    }

    @Test
    void a_resource_without_policy_has_none_to_find() {
        assertThat(retrieve(new ResourceId("ske-annet"))).isEqualTo(new Retrieval.Missing());
    }

    @Test
    void a_stored_policy_that_does_not_compile_is_unusable() {
        world.withPolicy("ske-annet", Bytes.of(new byte[] {'<'}));
        assertThat(retrieve(new ResourceId("ske-annet"))).isEqualTo(new Retrieval.Unusable());
    }

    @Test
    void keeps_no_more_than_its_bound_and_drops_the_least_recently_used() {
        world.withPolicy("ske-to", POLICY).withPolicy("ske-tre", POLICY);
        var first = retrieve(CLAIMS);
        retrieve(new ResourceId("ske-to"));
        retrieve(CLAIMS);
        retrieve(new ResourceId("ske-tre"));
        assertThat(policies.size()).isEqualTo(2);
        assertThat(retrieve(CLAIMS)).isSameAs(first);
        world.lookedUp.clear();
        retrieve(new ResourceId("ske-to"));
        assertThat(world.lookedUp).containsExactly("policy text");
    }
}

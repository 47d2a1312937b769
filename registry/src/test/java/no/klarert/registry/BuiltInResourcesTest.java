package no.klarert.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import no.klarert.registry.BuiltInResources.Operator;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInResourcesTest {
    private static final Operator OPERATOR = new Operator(RegistryFixture.SKATTEETATEN, "skd", Drafts.COMPLETE);
    private final RegistryFixture world = new RegistryFixture();
    private final BuiltInResources builtIn =
            new BuiltInResources(world, world, world, world.registry, world.policies, draft -> "{\"written\":true}");

    static List<ResourceId> all() {
        return List.of(
                BuiltInResources.ACCESS_MANAGEMENT,
                BuiltInResources.CLIENT_ADMINISTRATION,
                BuiltInResources.SYSTEM_USER_OVERVIEW,
                BuiltInResources.API_DELEGATION);
    }

    @ParameterizedTest
    @MethodSource("all")
    void installs_a_resource_of_the_operator_with_a_policy_of_its_own(ResourceId id) {
        builtIn.install(OPERATOR);
        var resource = world.registry.find(id).orElseThrow().resource();
        assertThat(resource.owner().organization()).isEqualTo(Optional.of(OPERATOR.organization()));
        assertThat(resource.type()).isEqualTo(ResourceType.SYSTEMRESOURCE);
        assertThat(resource.delegable()).isFalse();
        assertThat(resource.document()).isEqualTo("{\"written\":true}");
        var actions = PolicyRights.actionsOf(world.policies.parsed(id).orElseThrow(), id);
        assertThat(actions).extracting(Object::toString).containsExactly("read", "write");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_in_its_policy_looks_like_a_mistake(ResourceId id) {
        builtIn.install(OPERATOR);
        var policy = world.policies.download(id).orElseThrow();
        assertThat(world.policies.upload(RegistryFixture.ADMINISTRATOR, id, policy))
                .isInstanceOfSatisfying(
                        UploadOutcome.Stored.class,
                        stored -> assertThat(stored.warnings()).isEmpty());
    }

    @Test
    void installs_once_and_leaves_what_is_there() {
        builtIn.install(OPERATOR);
        var own = Bytes.of(new byte[] {1});
        world.run(tx -> world.put(tx, BuiltInResources.ACCESS_MANAGEMENT, own, RegistryFixture.NOW));
        int audited = world.audited.size();
        builtIn.install(OPERATOR);
        assertThat(world.audited).hasSize(audited);
        assertThat(world.policies.download(BuiltInResources.ACCESS_MANAGEMENT)).contains(own);
    }

    @Test
    void refuses_to_start_when_another_organisation_holds_a_built_in_id() {
        builtIn.install(OPERATOR);
        var other = new Operator(RegistryFixture.NAV, "nav", Drafts.COMPLETE);
        assertThatThrownBy(() -> builtIn.install(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altinn_access_management");
    }
}

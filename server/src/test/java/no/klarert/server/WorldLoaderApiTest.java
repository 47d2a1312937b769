package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import no.klarert.issuer.DelegationSource;
import no.klarert.registry.ResourceType;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a world says of API delegation, in an installation. */
class WorldLoaderApiTest {
    private static final String WORLD = """
            organizations:
              - {organizationNumber: "974761076", name: Skatteetaten, scopePrefixes: [skatteetaten]}
            parties:
              - {partyId: 1, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000001, type: organization, name: Bakeri,
                 organizationNumber: "313371735"}
              - {partyId: 2, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000002, type: organization, name: SmartCloud,
                 organizationNumber: "310000019"}
            scopes:
              - {name: "skatteetaten:krav", owner: "974761076", description: Krav, delegationSource: altinn,
                 grants: ["313371735"]}
            apiSchemes:
              - {resource: ske-krav-api, owner: "974761076", title: Krav, scopes: ["skatteetaten:krav"]}
            apiDelegations:
              - {resource: ske-krav-api, from: 1, to: 2}
            """;
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:krav");
    private static final ResourceId SCHEME = new ResourceId("ske-krav-api");
    private static final OrgNumber BAKERY = new OrgNumber("313371735");
    private static final OrgNumber SMARTCLOUD = new OrgNumber("310000019");

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private final Stores stores = TestStores.of(new MemoryStore(clock));
    private final List<DelegationSource> sources =
            List.of(new DelegationSource("altinn", "https://klarert.example/", clock.instant()));

    private void load(String yaml) {
        var world = WorldReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8), clock.instant());
        var data = DataDirectory.open(directory.resolve("klarert"));
        new WorldLoader(stores, data, sources, clock).load("world.yaml", world);
    }

    @Test
    void a_seeded_delegation_opens_the_scope_that_its_scheme_lists() {
        load(WORLD);
        var delegations =
                new AccessScopeDelegations(sources, stores.transactions(), stores.resources(), stores.apiDelegations());

        var delegated = List.of(
                delegations.isDelegated(BAKERY, SMARTCLOUD, SCOPE),
                delegations.isDelegated(SMARTCLOUD, BAKERY, SCOPE),
                delegations.isDelegated(BAKERY, SMARTCLOUD, ScopeName.parse("skatteetaten:annet")));
        assertThat(delegated).containsExactly(true, false, false);
    }

    @Test
    void a_seeded_scheme_is_a_resource_with_a_policy_and_its_scope_names_the_source() {
        load(WORLD);

        var resource = stores.transactions()
                .run(tx -> stores.resources().latest(tx, SCHEME).orElseThrow().resource());
        assertThat(resource.type()).isEqualTo(ResourceType.MASKINPORTEN_SCHEMA);
        assertThat(resource.delegable()).isTrue();
        assertThat(resource.document()).contains("\"resourceReferences\"", "\"skatteetaten:krav\"");
        boolean hasPolicy = stores.transactions()
                .run(tx -> stores.policies().currentVersion(tx, SCHEME).isPresent());
        assertThat(hasPolicy).isTrue();
        assertThat(stores.transactions()
                        .run(tx -> stores.scopes().find(tx, SCOPE).orElseThrow())
                        .settings()
                        .delegationSource())
                .contains("https://klarert.example/");
    }

    @Test
    void a_source_that_is_not_listed_loads_nothing() {
        assertThatThrownBy(() -> load(WORLD.replace("delegationSource: altinn", "delegationSource: tt02")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`tt02`, which is no delegation source here");
        boolean loaded =
                stores.transactions().run(tx -> stores.scopes().find(tx, SCOPE).isPresent());
        assertThat(loaded).isFalse();
    }
}

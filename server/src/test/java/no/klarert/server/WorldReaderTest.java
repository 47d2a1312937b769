package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import no.klarert.access.Party;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class WorldReaderTest {
    private static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");

    private static World read(String yaml) {
        return WorldReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8), EXPIRY);
    }

    @Test
    void the_world_of_the_story_is_sound() throws IOException {
        try (var in = WorldReader.class.getResourceAsStream("story.yaml")) {
            var world = WorldReader.read("story.yaml", in.readAllBytes(), EXPIRY);
            assertThat(world.participants()).hasSize(3);
            assertThat(world.parties())
                    .filteredOn(Party.Person.class::isInstance)
                    .hasSize(4);
            assertThat(world.roles()).hasSize(3);
            assertThat(world.clients()).allMatch(client -> client.keys().isEmpty());
        }
    }

    @Test
    void reports_every_problem_with_its_place_and_loads_nothing() {
        assertThatThrownBy(() -> read("""
                        organizations:
                          - {organizationNumber: "974761076", name: A, scopePrefixes: [skd], entitlement: []}
                          - {organizationNumber: "974761077", name: B, scopePrefixes: [skd]}
                        parties:
                          - {partyId: 1, partyUuid: x, type: person, name: C, personNumber: "12345678901"}
                          - {partyId: 2, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000001, type: tree, name: D}
                        users:
                          - {userId: 5, partyId: 9}
                        roles:
                          - {role: DAGL, from: 7, to: "user:8"}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nothing was loaded")
                .hasMessageContaining("/organizations/0/entitlement: unknown member")
                .hasMessageContaining("/organizations/1/organizationNumber")
                .hasMessageContaining("/organizations/1/scopePrefixes: `skd` has another owner")
                .hasMessageContaining("/parties/0/partyUuid")
                .hasMessageContaining("/parties/1/type")
                .hasMessageContaining("/users: there is no party 9")
                .hasMessageContaining("/roles/0/role")
                .hasMessageContaining("/roles/0/from")
                .hasMessageContaining("/roles/0/to");
    }

    @Test
    void a_person_number_that_is_refused_is_not_repeated() {
        assertThatThrownBy(() -> read("""
                        parties:
                          - {partyId: 1, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000001, type: person, name: C, personNumber: "12345678901"}
                        """))
                .hasMessageContaining("/parties/0/personNumber")
                .hasMessageNotContaining("12345678901");
    }

    @Test
    void refuses_a_private_key_in_the_file() {
        assertThatThrownBy(() -> read("""
                        clients:
                          - clientId: c
                            organization: "974761076"
                            name: N
                            jwks: {keys: [{kty: RSA, kid: a, n: AQAB, e: AQAB, d: AQAB}]}
                        """))
                .hasMessageContaining("/clients/0/jwks/keys/0")
                .hasMessageNotContaining("AQAB");
    }

    @Test
    void refuses_text_that_is_not_yaml() {
        assertThatThrownBy(() -> read("organizations: [")).isInstanceOf(ConfigException.class);
    }

    private static final String APIS = """
            organizations:
              - {organizationNumber: "974761076", name: A, scopePrefixes: [skd]}
            parties:
              - {partyId: 1, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000001, type: organization, name: B,
                 organizationNumber: "313371735"}
              - {partyId: 2, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000002, type: organization, name: C,
                 organizationNumber: "310000019"}
              - {partyId: 3, partyUuid: 3f0d3f6e-6b1c-4f2b-8d0e-100000000003, type: person, name: D,
                 personNumber: "12857410260"}
            """;

    @Test
    void reads_schemes_and_delegations_of_apis() {
        var world = read(APIS + """
                apiSchemes:
                  - {resource: skd-api, owner: "974761076", title: API, scopes: ["skd:a", "skd:b"]}
                apiDelegations:
                  - {resource: skd-api, from: 1, to: 2}
                """);

        assertThat(world.apiSchemes()).singleElement().satisfies(scheme -> {
            assertThat(scheme.owner().name()).isEqualTo("A");
            assertThat(scheme.scopes()).hasSize(2);
        });
        assertThat(world.apiDelegations())
                .containsExactly(
                        new World.SeededApiDelegation(new ResourceId("skd-api"), new PartyId(1), new PartyId(2)));
    }

    @Test
    void reports_what_is_wrong_with_schemes_and_delegations_of_apis() {
        assertThatThrownBy(() -> read(APIS + """
                        apiSchemes:
                          - {resource: A, owner: "310000019", title: API, scopes: []}
                          - {resource: skd-api, owner: "974761076", title: API, scopes: ["nav:a"]}
                        apiDelegations:
                          - {resource: skd-api, from: 1, to: 1}
                          - {resource: skd-api, from: 3, to: 9, scope: x}
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("/apiSchemes/0/resource")
                .hasMessageContaining("/apiSchemes/0/owner: expected the number of an organization in this file")
                .hasMessageContaining("/apiSchemes/0/scopes: expected at least one scope")
                .hasMessageContaining("/apiSchemes/1/scopes: `nav:a` is not under a prefix of the owner")
                .hasMessageContaining("/apiDelegations/0/to: an organisation does not delegate to itself")
                .hasMessageContaining("/apiDelegations/1/from")
                .hasMessageContaining("/apiDelegations/1/to")
                .hasMessageContaining("/apiDelegations/1/scope: unknown member");
    }
}

package no.klarert.server;

import java.util.List;
import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.RoleAssignment;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.Organization;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** What a world file says, checked as a whole: everything it refers to is in it or built in. */
record World(
        List<Participant> participants,
        List<Party> parties,
        List<RoleAssignment> roles,
        List<PackageAssignment> packages,
        List<SeededScope> scopes,
        List<SeededScheme> apiSchemes,
        List<SeededApiDelegation> apiDelegations,
        List<SeededClient> clients) {
    World {
        participants = List.copyOf(participants);
        parties = List.copyOf(parties);
        roles = List.copyOf(roles);
        packages = List.copyOf(packages);
        scopes = List.copyOf(scopes);
        apiSchemes = List.copyOf(apiSchemes);
        apiDelegations = List.copyOf(apiDelegations);
        clients = List.copyOf(clients);
    }

    /** An organisation with the platform scopes that its agreements give it. */
    record Participant(Organization organization, List<ScopeName> entitlements) {
        Participant {
            entitlements = List.copyOf(entitlements);
        }
    }

    /** A package given directly. */
    record PackageAssignment(AccessPackage accessPackage, PartyId from, PartyId to) {}

    /**
     * A scope with the organisations it is granted to.
     *
     * @param delegationSource name of the register that holds its delegations, such as {@code altinn}
     */
    record SeededScope(
            ScopeName name,
            OrgNumber owner,
            String description,
            int atMaxAge,
            Optional<String> delegationSource,
            List<OrgNumber> grants) {
        SeededScope {
            grants = List.copyOf(grants);
        }
    }

    /** A resource of type {@code MaskinportenSchema} that lists the scopes; those who administer APIs may delegate it. */
    record SeededScheme(ResourceId id, Organization owner, String title, List<ScopeName> scopes) {
        SeededScheme {
            scopes = List.copyOf(scopes);
        }
    }

    /** The consumer {@code from} lets the supplier {@code to} use the scheme's scopes. */
    record SeededApiDelegation(ResourceId scheme, PartyId from, PartyId to) {}

    /**
     * A client.
     *
     * @param keys its public keys; empty for a client whose key the installation makes and keeps under the data directory
     */
    record SeededClient(
            ClientId id, OrgNumber organization, String name, List<ScopeName> scopes, Optional<List<ClientKey>> keys) {
        SeededClient {
            scopes = List.copyOf(scopes);
        }
    }
}

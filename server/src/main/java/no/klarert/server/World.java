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
import no.klarert.vocabulary.ScopeName;

/** What a world file says, checked as a whole: everything it refers to is in it or built in. */
record World(
        List<Participant> participants,
        List<Party> parties,
        List<RoleAssignment> roles,
        List<PackageAssignment> packages,
        List<SeededScope> scopes,
        List<SeededClient> clients) {
    World {
        participants = List.copyOf(participants);
        parties = List.copyOf(parties);
        roles = List.copyOf(roles);
        packages = List.copyOf(packages);
        scopes = List.copyOf(scopes);
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

    /** A scope with the organisations it is granted to. */
    record SeededScope(ScopeName name, OrgNumber owner, String description, int atMaxAge, List<OrgNumber> grants) {
        SeededScope {
            grants = List.copyOf(grants);
        }
    }

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

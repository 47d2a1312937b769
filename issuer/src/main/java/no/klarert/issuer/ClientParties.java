package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Whose client it is, and who made it (Maskinporten §6.3 and §7.2, {@code client_orgno} and {@code supplier_orgno}). Neither ever
 * changes.
 */
final class ClientParties {
    /** The prefixes of the platform's own scopes. */
    private static final Set<String> OWNERS_ONLY = Set.of("idporten", "altinn");

    private ClientParties() {}

    /** A client of the parties that {@code draft} gives it, with nothing else of the draft yet. */
    static Client newClient(ClientId id, OrgNumber by, ClientDraft draft, Instant now) {
        var owner = draft.parties().owner().orElse(by);
        var supplier = owner.equals(by) ? Optional.<OrgNumber>empty() : Optional.of(by);
        return new Client(
                id, owner, "", "", List.of(), 0, true, now, now, supplier, UnusedMembers.NONE, TokenBinding.NONE);
    }

    /** What a token of {@code by} with that reach may not make. */
    static List<InvalidField> wrongInNew(OrgNumber by, Reach reach, ClientDraft draft) {
        var owner = draft.parties().owner();
        var supplier = draft.parties().supplier();
        if (supplier.isPresent()
                && (!supplier.get().equals(by) || owner.orElse(by).equals(by))) {
            return wrong("supplier_orgno", "is assigned here; leave it out");
        }
        if (owner.orElse(by).equals(by)) {
            return reach.own()
                    ? List.of()
                    : wrong("client_orgno", "must be another organisation: the token is a supplier's");
        }
        return reach.supplied()
                ? List.of()
                : wrong(
                        "client_orgno",
                        "must be your own organisation: clients for others need `idporten:dcr.supplier`");
    }

    static List<InvalidField> wrongInChange(Client client, ClientDraft draft) {
        var stated = draft.parties();
        if (!stated.owner().orElse(client.owner()).equals(client.owner())) {
            return wrong("client_orgno", "cannot be changed");
        }
        return stated.supplier().isEmpty() || stated.supplier().equals(client.supplier())
                ? List.of()
                : wrong("supplier_orgno", "cannot be changed");
    }

    static boolean isReached(Client client, OrgNumber by, Reach reach) {
        return (reach.own() && client.owner().equals(by))
                || (reach.supplied() && client.supplier().equals(Optional.of(by)));
    }

    /**
     * Scopes of the platform itself: with them a client administers what its owner has here, be it clients, scopes, resources with
     * their policies, systems or delegations, and asks for decisions in its name. A supplier could otherwise make itself the master of
     * any organisation that has them.
     */
    static boolean isForOwnersOnly(ScopeName name) {
        return OWNERS_ONLY.contains(name.prefix());
    }

    private static List<InvalidField> wrong(String field, String message) {
        return List.of(new InvalidField(field, message));
    }
}

package no.klarert.access;

import no.klarert.storage.Transaction;
import no.klarert.vocabulary.PartyUuid;

/** Who deals with the API delegations of an organisation (Altinn PDP §7, {@code altinn_maskinporten_scope_delegation}). */
public interface ApiDelegationAuthority {
    /** Whether the person may, having logged in as surely as it takes. */
    boolean permits(Transaction transaction, Delegator person, PartyUuid organization, Wish wish);

    /** What the person wants with an organisation's delegations, given or received. */
    enum Wish {
        READ,
        WRITE
    }
}

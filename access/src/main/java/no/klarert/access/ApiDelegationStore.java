package no.klarert.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;

/**
 * API delegations between organisations of the register. Lists are in order of scheme, then of the consumer's and the supplier's
 * number. A delegation may name a scheme that does not exist yet, or no longer: it then opens nothing.
 */
public interface ApiDelegationStore {
    /** False, changing nothing, if it is given already. Both parties must be in the register. */
    boolean give(Transaction transaction, Key key, Optional<UserId> givenBy, Instant at);

    /** True if it had been given. */
    boolean take(Transaction transaction, Key key);

    /** Everything the consumer has given. */
    List<ApiDelegation> givenBy(Transaction transaction, PartyUuid consumer);

    /** Everything the supplier has been given. */
    List<ApiDelegation> heldBy(Transaction transaction, PartyUuid supplier);

    /** Everything given of any of these schemes. */
    List<ApiDelegation> ofSchemes(Transaction transaction, Collection<ResourceId> schemes);

    /** Whether the consumer has given the supplier at least one of these schemes. Asked in every token request that delegates. */
    boolean isGiven(Transaction transaction, OrgNumber consumer, OrgNumber supplier, Collection<ResourceId> schemes);

    /** Who gives which scheme to whom: there is one such delegation or none. */
    record Key(PartyUuid consumer, PartyUuid supplier, ResourceId scheme) {}
}

package no.klarert.access;

import java.util.List;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;

/** Roles from the registers, as assigned; what follows from them is {@link Catalog}'s. */
public interface RoleStore {
    Set<RoleCode> roles(Transaction transaction, PartyId from, PartyId to);

    /** Every role {@code to} holds, in order of giver then role. */
    List<RoleAssignment> heldBy(Transaction transaction, PartyId to);

    /** Everyone who holds a role for {@code from}, in order of receiver then role. */
    List<RoleAssignment> givenBy(Transaction transaction, PartyId from);

    /** Does nothing if the assignment exists. */
    void save(Transaction transaction, RoleAssignment assignment);
}

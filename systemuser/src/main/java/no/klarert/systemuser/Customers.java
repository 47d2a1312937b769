package no.klarert.systemuser;

import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;

/** The organisations that can own system users. */
public interface Customers {
    Optional<Customer> byNumber(Transaction transaction, OrgNumber number);

    Optional<Customer> byId(Transaction transaction, PartyId id);

    /** An organisation in the register. */
    record Customer(PartyId id, PartyUuid uuid, OrgNumber number, String name) {}
}

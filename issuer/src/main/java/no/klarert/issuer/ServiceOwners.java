package no.klarert.issuer;

import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/** Which organisations are service owners, and the short code each is known by, such as {@code skd}. */
public interface ServiceOwners {
    Optional<String> codeOf(Transaction transaction, OrgNumber number);
}

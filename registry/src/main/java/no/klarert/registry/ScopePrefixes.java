package no.klarert.registry;

import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/** Who owns which scope prefixes. */
public interface ScopePrefixes {
    /** The prefixes of an organisation, without colon; empty for one that is unknown. */
    Set<String> ownedBy(Transaction transaction, OrgNumber organization);
}

package no.klarert.storage;

import java.util.Optional;

/** Facts about the installation as a whole, such as which world it was seeded with. */
public interface InstallationFacts {
    Optional<String> find(Transaction transaction, String name);

    /** False, changing nothing, if the fact is known already: of two nodes that start at once, one records it. */
    boolean record(Transaction transaction, String name, String value);
}

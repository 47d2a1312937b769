package no.klarert.pdp;

import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** Where policies are kept. A version's content never changes. */
public interface PolicySource {
    /** The number of the version in force; empty if the resource has no policy. */
    OptionalLong currentVersion(Transaction transaction, ResourceId resource);

    /** The version in force. */
    Optional<PolicyText> current(Transaction transaction, ResourceId resource);

    /** The XML of one version. */
    record PolicyText(long version, Bytes xml) {}
}

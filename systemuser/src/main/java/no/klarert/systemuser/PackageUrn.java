package no.klarert.systemuser;

import java.util.Locale;
import java.util.Optional;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.InvalidValueException;

/** The URN of an access package as a vendor wrote it; URNs are compared ignoring case (access packages and roles §1). */
final class PackageUrn {
    private static final int LEAST_PARTS = 4;

    private PackageUrn() {}

    static boolean isWellFormed(String urn) {
        return urn.split(":", -1).length >= LEAST_PARTS;
    }

    /** Empty if the text cannot be the URN of any package. */
    static Optional<AccessPackage> parse(String urn) {
        try {
            return Optional.of(AccessPackage.fromUrn(urn.toLowerCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

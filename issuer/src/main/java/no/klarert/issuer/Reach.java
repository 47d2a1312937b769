package no.klarert.issuer;

import java.util.Optional;

/**
 * Which clients an organisation's token reaches (Maskinporten §6.3): its own, those it made as a supplier for others
 * ({@code idporten:dcr.supplier}), or both.
 */
public enum Reach {
    OWN,
    SUPPLIED,
    BOTH;

    /** Empty if it reaches neither. */
    public static Optional<Reach> of(boolean own, boolean supplied) {
        if (own && supplied) {
            return Optional.of(BOTH);
        }
        return own || supplied ? Optional.of(own ? OWN : SUPPLIED) : Optional.empty();
    }

    public boolean own() {
        return this != SUPPLIED;
    }

    public boolean supplied() {
        return this != OWN;
    }
}

package no.klarert.issuer;

/** Whether a list has deactivated things too (Maskinporten §6.4, {@code inactive=true}). */
public enum Listing {
    ACTIVE,
    WITH_INACTIVE;

    public boolean includes(boolean active) {
        return active || this == WITH_INACTIVE;
    }
}

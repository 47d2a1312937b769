package no.klarert.issuer;

/** What a full update says about whether a thing is in use (Maskinporten §6.4). */
public enum Activation {
    AS_IT_IS,
    ACTIVE,
    INACTIVE;

    boolean of(boolean now) {
        return switch (this) {
            case AS_IT_IS -> now;
            case ACTIVE -> true;
            case INACTIVE -> false;
        };
    }
}

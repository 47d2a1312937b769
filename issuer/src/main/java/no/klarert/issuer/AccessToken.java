package no.klarert.issuer;

/** A signed access token in compact form. Masked in {@link #toString()}; whoever has the text has the access. */
public final class AccessToken {
    private final String compact;

    AccessToken(String compact) {
        this.compact = compact;
    }

    /** The token itself, for the answer to its holder and for nothing else. */
    public String reveal() {
        return compact;
    }

    @Override
    public String toString() {
        return "access token of " + compact.length() + " characters";
    }
}

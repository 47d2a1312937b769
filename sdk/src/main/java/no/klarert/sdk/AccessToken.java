package no.klarert.sdk;

import java.time.Instant;
import java.util.Set;

/** An access token, to be sent as it is and kept from logs: its text is shown by {@link #secretValue()} only. */
public final class AccessToken {
    private final String value;
    private final Set<String> scopes;
    private final Instant expiresAt;

    AccessToken(String value, Set<String> scopes, Instant expiresAt) {
        this.value = value;
        this.scopes = Set.copyOf(scopes);
        this.expiresAt = expiresAt;
    }

    /** The value of the {@code Authorization} header (RFC 6750 §2.1). A secret. */
    public String authorizationHeader() {
        return "Bearer " + value;
    }

    /** The token itself. A secret. */
    public String secretValue() {
        return value;
    }

    /** The scopes the issuer says it holds. */
    public Set<String> scopes() {
        return scopes;
    }

    /** When it stops being valid, reckoned from before it was asked for. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "AccessToken[masked, expires " + expiresAt + "]";
    }
}

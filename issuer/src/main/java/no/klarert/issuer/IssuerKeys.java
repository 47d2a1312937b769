package no.klarert.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one issuer: all are published and verify; one signs (Maskinporten §1.3). Immutable. */
public final class IssuerKeys {
    /** A new key is published this long before it signs, because API providers keep key sets for a day. */
    static final Duration PUBLISHED_AHEAD = Duration.ofHours(24);

    private final List<SigningKey> keys;
    private final String jwks;

    /** Keys from the oldest to the newest, at least one. */
    IssuerKeys(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IssuerException("an issuer needs at least one signing key");
        }
        this.keys = List.copyOf(keys);
        this.jwks = JSONObjectUtils.toJSONString(
                Map.of("keys", keys.stream().map(SigningKey::publicJwk).toList()));
    }

    /** The public keys as a JWK set (RFC 7517 §5), in JSON. */
    public String jwks() {
        return jwks;
    }

    /** The newest key that has been published for a day; the oldest if none has. */
    SigningKey signingKey(Instant now) {
        for (int i = keys.size() - 1; i > 0; i--) {
            if (!keys.get(i).created().plus(PUBLISHED_AHEAD).isAfter(now)) {
                return keys.get(i);
            }
        }
        return keys.get(0);
    }

    /** The key with exactly that id. */
    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}

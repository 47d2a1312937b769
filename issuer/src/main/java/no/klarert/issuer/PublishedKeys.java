package no.klarert.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key set of an issuer as it is until a key leaves it (RFC 7517 §5).
 *
 * @param json public parts only, in the order in which the keys sign
 * @param until when it has to be made anew; empty if not by itself
 */
public record PublishedKeys(String json, Optional<Instant> until) {
    static PublishedKeys of(List<SigningKey> keys, Instant now) {
        var published =
                keys.stream().filter(key -> key.times().isPublished(now)).toList();
        return new PublishedKeys(
                JSONObjectUtils.toJSONString(Map.of(
                        "keys", published.stream().map(SigningKey::publicJwk).toList())),
                published.stream()
                        .flatMap(key -> key.times().publishedUntil().stream())
                        .min(Comparator.naturalOrder()));
    }

    boolean holds(Instant now) {
        return until.isEmpty() || until.get().isAfter(now);
    }
}

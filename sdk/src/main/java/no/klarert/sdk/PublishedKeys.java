package no.klarert.sdk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.klarert.sdk.Refreshing.Fetched;

/** The signature keys an issuer publishes (RFC 7517 §5), by {@code kid}. Keys of other kinds, and weak ones, are left out. */
record PublishedKeys(Map<String, RSAPublicKey> byId) {
    private static final int MIN_BITS = 2048;

    PublishedKeys {
        byId = Map.copyOf(byId);
    }

    Optional<RSAPublicKey> find(String keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }

    static Fetched<PublishedKeys> fetch(URI address, HttpSettings settings) {
        var result = new HttpTransport(settings).get(address);
        if (!(result instanceof HttpResult.Answer answer)) {
            return failure(((HttpResult.NoAnswer) result).reason());
        }
        if (answer.status() != 200) {
            return failure("http " + answer.status() + " from " + address);
        }
        try {
            return read(answer.body());
        } catch (ParseException | JOSEException unreadable) {
            return failure("they are not a JWK set");
        }
    }

    private static Fetched<PublishedKeys> read(String body) throws ParseException, JOSEException {
        var found = new HashMap<String, RSAPublicKey>();
        for (JWK key : JWKSet.parse(body).getKeys()) {
            if (key instanceof RSAKey rsa
                    && isForSignatures(rsa)
                    && found.put(rsa.getKeyID(), rsa.toRSAPublicKey()) != null) {
                return failure("key id " + Shown.quoted(rsa.getKeyID()) + " occurs twice");
            }
        }
        return found.isEmpty()
                ? failure("there are none for signatures")
                : new Fetched.Value<>(new PublishedKeys(found));
    }

    private static boolean isForSignatures(RSAKey key) {
        return key.getKeyID() != null
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null
                        || SignedToken.ALGORITHMS.contains(key.getAlgorithm().getName()))
                && key.size() >= MIN_BITS;
    }

    private static Fetched<PublishedKeys> failure(String reason) {
        return new Fetched.Failure<>("the issuer's keys cannot be used: " + reason);
    }
}

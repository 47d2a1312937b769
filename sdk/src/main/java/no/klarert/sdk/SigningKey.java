package no.klarert.sdk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.KeyId;

/**
 * The private RSA key a client signs its grants with, and the id it is registered under (Maskinporten JWT grant, JOSE header
 * {@code kid}). Never prints itself.
 */
public final class SigningKey {
    private static final int MIN_BITS = 2048;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private final KeyId id;
    private final PrivateKey key;
    private final JWSAlgorithm algorithm;

    private SigningKey(KeyId id, PrivateKey key, JWSAlgorithm algorithm) {
        this.id = id;
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * Reads a JWK (RFC 7517): RSA with its private part, at least 2048 bits, with a {@code kid}. Signs with the algorithm the
     * JWK states ({@code RS256}, {@code RS384} or {@code RS512}), {@code RS256} when it states none.
     */
    public static SigningKey fromJwk(String json) {
        try {
            if (JWK.parse(json) instanceof RSAKey rsa && rsa.isPrivate() && rsa.getKeyID() != null) {
                var key = rsa.toRSAPrivateKey();
                return new SigningKey(new KeyId(rsa.getKeyID()), strong(key), algorithm(rsa));
            }
        } catch (ParseException | JOSEException unreadable) {
            throw refused();
        }
        throw refused();
    }

    /** Reads a file that holds one JWK. The file should be readable by its owner only. */
    public static SigningKey fromJwkFile(Path file) {
        try {
            return fromJwk(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key file `" + file + "` cannot be read", unreadable);
        }
    }

    /** Reads an unencrypted PKCS#8 key in PEM form ({@code BEGIN PRIVATE KEY}), registered under {@code id}. */
    public static SigningKey fromPem(String pem, KeyId id) {
        var matcher = PEM.matcher(pem.strip());
        if (!matcher.matches()) {
            throw InvalidValueException.secret("PEM key", "unencrypted PKCS#8 (BEGIN PRIVATE KEY) is expected");
        }
        try {
            var encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(id, strong((RSAPrivateKey) key), JWSAlgorithm.RS256);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw InvalidValueException.secret("PEM key", "an RSA key in PKCS#8 is expected");
        }
    }

    /** The id the public key is registered under. */
    public KeyId id() {
        return id;
    }

    /** Signs {@code payload} as a compact JWS (RFC 7515 §3.1) whose header names this key. */
    String sign(String payload) {
        var header = new JWSHeader.Builder(algorithm).keyID(id.value()).build();
        var jws = new JWSObject(header, new Payload(payload));
        try {
            jws.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException("signing failed", failed);
        }
        return jws.serialize();
    }

    private static RSAPrivateKey strong(RSAPrivateKey key) {
        if (key.getModulus().bitLength() < MIN_BITS) {
            throw InvalidValueException.secret(
                    "signing key", "an RSA key of at least " + MIN_BITS + " bits is expected");
        }
        return key;
    }

    private static JWSAlgorithm algorithm(RSAKey key) {
        var stated = key.getAlgorithm();
        if (stated == null) {
            return JWSAlgorithm.RS256;
        }
        if (!SignedToken.ALGORITHMS.contains(stated.getName())) {
            throw InvalidValueException.secret("signing key", "its `alg` must be one of " + SignedToken.ALGORITHMS);
        }
        return JWSAlgorithm.parse(stated.getName());
    }

    private static InvalidValueException refused() {
        return InvalidValueException.secret("signing key", "an RSA JWK with its private part and a `kid` is expected");
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + ", masked]";
    }
}

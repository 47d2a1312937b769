package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.KeyId;

/**
 * Reads the keys of a client from a JWK set (RFC 7517; Maskinporten §7.3): one to five public RSA keys. A set with a private
 * member is refused without repeating anything of it.
 */
public final class ClientKeys {
    private static final int MOST_KEYS = 5;
    private static final int LONGEST_SET = 64 * 1024;
    private static final int SMALLEST_MODULUS = 2048;
    private static final int LARGEST_MODULUS = 4096;
    private static final int LARGEST_EXPONENT = 33;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final String FIELD = "keys";

    private final Instant now;
    private final List<InvalidField> wrong = new ArrayList<>();
    private final Set<KeyId> ids = new HashSet<>();

    private ClientKeys(Instant now) {
        this.now = now;
    }

    /** The keys of a JWK set in JSON, or everything that is wrong with it. Keys without an expiry get one year from {@code now}. */
    public static Reading read(String jwks, Instant now) {
        var reader = new ClientKeys(now);
        var keys = reader.readSet(jwks);
        return reader.wrong.isEmpty() ? new Reading.Read(keys) : new Reading.Faulty(reader.wrong);
    }

    /** What a JWK set turned out to be. */
    public sealed interface Reading {
        record Read(List<ClientKey> keys) implements Reading {
            public Read {
                keys = List.copyOf(keys);
            }
        }

        record Faulty(List<InvalidField> fields) implements Reading {
            public Faulty {
                fields = List.copyOf(fields);
            }
        }
    }

    private List<ClientKey> readSet(String jwks) {
        List<ClientKey> keys = new ArrayList<>();
        try {
            var elements = elements(members(jwks));
            for (int i = 0; i < elements.size(); i++) {
                readKey(FIELD + "[" + i + "]", elements.get(i), keys);
            }
        } catch (InvalidValueException e) {
            wrong.add(new InvalidField(FIELD, e.getMessage()));
        }
        return keys;
    }

    private static Map<String, Object> members(String jwks) {
        if (jwks.length() > LONGEST_SET) {
            throw InvalidValueException.secret("JWK set", "at most " + LONGEST_SET + " characters");
        }
        if (PrivateKeyMaterial.isInText(jwks)) {
            throw InvalidValueException.secret("JWK set", PrivateKeyMaterial.ADVICE);
        }
        var members = JsonReader.readObject(jwks);
        if (PrivateKeyMaterial.isIn(members)) {
            throw InvalidValueException.secret("JWK set", PrivateKeyMaterial.ADVICE);
        }
        return members;
    }

    private static List<?> elements(Map<String, Object> members) {
        var keys = members.get(FIELD);
        if (!(keys instanceof List<?> list) || list.isEmpty() || list.size() > MOST_KEYS) {
            throw InvalidValueException.secret("JWK set", "`keys` with 1 to " + MOST_KEYS + " keys");
        }
        return list;
    }

    private void readKey(String field, Object element, List<ClientKey> keys) {
        try {
            if (!(element instanceof Map<?, ?> jwk)) {
                throw InvalidValueException.secret("key", "an object");
            }
            keys.add(key(jwk));
        } catch (InvalidValueException e) {
            wrong.add(new InvalidField(field, e.getMessage()));
        }
    }

    private ClientKey key(Map<?, ?> jwk) {
        refuse(jwk.containsKey("x5c") || jwk.containsKey("x5u"), "no certificates, which are not supported here");
        refuse(!"RSA".equals(jwk.get("kty")), "`kty` is `RSA`");
        refuse(!"sig".equals(jwk.get("use")), "`use` is `sig`");
        var algorithm = SignatureAlgorithm.find(text(jwk, "alg"))
                .orElseThrow(() -> InvalidValueException.secret("key", "`alg` is RS256, RS384 or RS512"));
        var id = id(jwk);
        refuse(!ids.add(id), "`kid` is unique within the set");
        return new ClientKey(id, algorithm, publicKey(jwk), expiry(jwk));
    }

    /** What does not look like a key id may be something that was never meant to be sent, so it is not repeated. */
    private static KeyId id(Map<?, ?> jwk) {
        try {
            return new KeyId(text(jwk, "kid"));
        } catch (InvalidValueException e) {
            throw InvalidValueException.secret("key", "`kid` is a key id: 1 to 255 letters, digits or one of . _ -");
        }
    }

    /** The key that {@code n} and {@code e} are, of 2048 to 4096 bits; any other is an {@link InvalidValueException}. */
    static RSAPublicKey publicKey(Map<?, ?> jwk) {
        var modulus = number(jwk, "n");
        var exponent = number(jwk, "e");
        int bits = modulus.bitLength();
        refuse(
                bits < SMALLEST_MODULUS || bits > LARGEST_MODULUS || !modulus.testBit(0),
                "`n` is an odd number of " + SMALLEST_MODULUS + " to " + LARGEST_MODULUS + " bits");
        refuse(
                exponent.compareTo(SMALLEST_EXPONENT) < 0
                        || exponent.bitLength() > LARGEST_EXPONENT
                        || !exponent.testBit(0),
                "`e` is an odd number from " + SMALLEST_EXPONENT + ", of at most " + LARGEST_EXPONENT + " bits");
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw InvalidValueException.secret("key", "an RSA public key");
        }
    }

    private static BigInteger number(Map<?, ?> jwk, String name) {
        try {
            return new BigInteger(1, CompactJws.decode(text(jwk, name)));
        } catch (InvalidValueException e) {
            throw InvalidValueException.secret("key", "`" + name + "` is base64url without padding");
        }
    }

    private Instant expiry(Map<?, ?> jwk) {
        var latest = now.plus(LONGEST_LIFE);
        if (!jwk.containsKey("exp")) {
            return latest;
        }
        refuse(
                !(jwk.get("exp") instanceof Long exp)
                        || exp <= now.getEpochSecond()
                        || exp > latest.plus(Validity.SKEW).getEpochSecond(),
                "`exp` is a time in whole seconds, from now to one year ahead");
        return Instant.ofEpochSecond((Long) jwk.get("exp"));
    }

    private static String text(Map<?, ?> jwk, String name) {
        if (jwk.get(name) instanceof String text) {
            return text;
        }
        throw InvalidValueException.secret("key", "`" + name + "` is a string and required");
    }

    private static void refuse(boolean broken, String rule) {
        if (broken) {
            throw InvalidValueException.secret("key", rule);
        }
    }

    /** The public members of a key with its expiry, in the order they are documented (Maskinporten §7.3). */
    public static Map<String, Object> toJwk(ClientKey key) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("e", Base64URL.encode(key.publicKey().getPublicExponent()).toString());
        jwk.put("use", "sig");
        jwk.put("kid", key.id().value());
        jwk.put("alg", key.algorithm().name());
        jwk.put("exp", key.expires().getEpochSecond());
        jwk.put("n", Base64URL.encode(key.publicKey().getModulus()).toString());
        return jwk;
    }
}

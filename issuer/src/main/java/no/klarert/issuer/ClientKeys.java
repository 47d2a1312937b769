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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.issuer.certificate.RsaBounds;
import no.klarert.issuer.certificate.Verdict;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;

/**
 * Reads the keys of a client from a JWK set (RFC 7517; Maskinporten §7.3): one to five public RSA keys, each perhaps locked to a
 * business certificate. A set with a private member is refused without repeating anything of it.
 */
public final class ClientKeys {
    private static final int MOST_KEYS = 5;
    private static final int LONGEST_SET = 64 * 1024;
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final String FIELD = "keys";

    private final BusinessCertificates certificates;
    private final Instant now;
    private final List<InvalidField> wrong = new ArrayList<>();
    private final Set<KeyId> ids = new HashSet<>();

    private ClientKeys(BusinessCertificates certificates, Instant now) {
        this.certificates = certificates;
        this.now = now;
    }

    /**
     * The keys of a JWK set in JSON, or everything that is wrong with it. Keys without an expiry get one year from {@code now}, or as
     * long as their certificate is valid. Whose the certificates are is asked
     * afterwards, with {@link Reading#ownedBy}.
     */
    public static Reading read(String jwks, BusinessCertificates certificates, Instant now) {
        var reader = new ClientKeys(certificates, now);
        var keys = reader.readSet(jwks);
        return reader.wrong.isEmpty() ? new Reading.Read(keys) : new Reading.Faulty(reader.wrong);
    }

    /** What a JWK set turned out to be. */
    public sealed interface Reading {
        /** The same, unless a key is locked to the certificate of another organisation. */
        Reading ownedBy(OrgNumber owner);

        record Read(List<ClientKey> keys) implements Reading {
            public Read {
                keys = List.copyOf(keys);
            }

            @Override
            public Reading ownedBy(OrgNumber owner) {
                var foreign = IntStream.range(0, keys.size())
                        .filter(i -> !keys.get(i).mayBelongTo(owner))
                        .mapToObj(i -> new InvalidField(
                                FIELD + "[" + i + "]", "not a valid key: `x5c` is a certificate of " + owner))
                        .toList();
                return foreign.isEmpty() ? this : new Faulty(foreign);
            }
        }

        record Faulty(List<InvalidField> fields) implements Reading {
            public Faulty {
                fields = List.copyOf(fields);
            }

            @Override
            public Reading ownedBy(OrgNumber owner) {
                return this;
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
        refuse(jwk.containsKey("x5u"), "no address of certificates; they come in `x5c`");
        refuse(!"RSA".equals(jwk.get("kty")), "`kty` is `RSA`");
        refuse(!"sig".equals(jwk.get("use")), "`use` is `sig`");
        var algorithm = SignatureAlgorithm.find(text(jwk, "alg"))
                .orElseThrow(() -> InvalidValueException.secret("key", "`alg` is RS256, RS384 or RS512"));
        var id = id(jwk);
        refuse(!ids.add(id), "`kid` is unique within the set");
        var publicKey = publicKey(jwk);
        var latest = now.plus(LONGEST_LIFE);
        if (!jwk.containsKey("x5c")) {
            return new ClientKey(id, algorithm, publicKey, expiry(jwk, latest));
        }
        var chain = chain(jwk);
        var end = certificate(chain, publicKey).expires();
        return new ClientKey(
                id, algorithm, publicKey, expiry(jwk, end.isBefore(latest) ? end : latest), Optional.of(chain));
    }

    private static CertificateChain chain(Map<?, ?> jwk) {
        if (jwk.get("x5c") instanceof List<?> elements) {
            return CertificateChain.ofX5c(elements);
        }
        throw InvalidValueException.secret("key", "`x5c` is an array of strings");
    }

    /** The certificate that the key is locked to (RFC 7517 §4.7). */
    private Verdict.Trusted certificate(CertificateChain chain, RSAPublicKey publicKey) {
        return switch (certificates.judge(chain, now)) {
            case Verdict.Trusted trusted -> {
                refuse(
                        !trusted.certificate().isFor(publicKey),
                        "`n` and `e` are those of the first certificate of `x5c`");
                yield trusted;
            }
            case Verdict.Malformed malformed ->
                throw InvalidValueException.secret("key", "`x5c` is " + malformed.why());
            case Verdict.Untrusted untrusted ->
                throw InvalidValueException.secret("key", "`x5c` is " + untrusted.why());
            case Verdict.Undetermined ignored ->
                throw InvalidValueException.secret(
                        "key", "whether `x5c` has been revoked cannot be determined now; try again");
        };
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
        refuse(!RsaBounds.allowsModulus(modulus), "`n` is " + RsaBounds.MODULUS);
        refuse(!RsaBounds.allowsExponent(exponent), "`e` is " + RsaBounds.EXPONENT);
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

    private Instant expiry(Map<?, ?> jwk, Instant latest) {
        if (!jwk.containsKey("exp")) {
            return latest;
        }
        refuse(
                !(jwk.get("exp") instanceof Long exp)
                        || exp <= now.getEpochSecond()
                        || exp > latest.plus(Validity.SKEW).getEpochSecond(),
                "`exp` is a time in whole seconds, from now to one year ahead, within the validity of a certificate");
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
        key.certificate().ifPresent(chain -> jwk.put("x5c", chain.toX5c()));
        return jwk;
    }
}

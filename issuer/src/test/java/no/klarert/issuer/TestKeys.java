package no.klarert.issuer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.klarert.storage.Bytes;

/** RSA keys that are slow to make, made once for all tests. */
final class TestKeys {
    static final Provider RSA = Objects.requireNonNull(Security.getProvider("SunRsaSign"));
    static final KeyPair VENDOR = generate(2048);
    static final KeyPair OTHER = generate(2048);
    static final Bytes SEALING_KEY =
            Bytes.of("0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private static final KeyPair MASKINPORTEN = generate(2048);
    private static final KeyPair ALTINN = generate(2048);

    private TestKeys() {}

    static KeyPair generate(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAPublicKey publicPart(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    /** A key published since ever that signs from then on. */
    static SigningKey signingKey(KeyPair pair, Instant signsFrom) {
        return signingKey(pair, new KeyTimes(Instant.EPOCH, signsFrom, Optional.empty()));
    }

    static SigningKey signingKey(KeyPair pair, KeyTimes times) {
        return new SigningKey(pair.getPrivate(), RSA, publicPart(pair), times);
    }

    static Issuers issuers() {
        return new Issuers(
                new Issuer(Installation.ISSUER, new IssuerKeys(List.of(signingKey(MASKINPORTEN, Instant.EPOCH)))),
                new Issuer(Installation.ALTINN, new IssuerKeys(List.of(signingKey(ALTINN, Instant.EPOCH)))));
    }

    static SecureRandom random() {
        return new SecureRandom();
    }
}

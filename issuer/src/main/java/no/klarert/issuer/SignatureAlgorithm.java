package no.klarert.issuer;

import java.util.Arrays;
import java.util.Optional;

/** The signature algorithms of assertions and client keys (Maskinporten §2.2). */
public enum SignatureAlgorithm {
    RS256,
    RS384,
    RS512;

    /** The algorithm of exactly that name (RFC 7518 §3.1); empty for any other text. */
    public static Optional<SignatureAlgorithm> find(String name) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }
}

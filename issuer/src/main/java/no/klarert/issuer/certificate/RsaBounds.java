package no.klarert.issuer.certificate;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Which RSA keys of clients are accepted (Maskinporten §7.3): 2048 to 4096 bits, with an exponent that is neither weak nor slow. */
public final class RsaBounds {
    private static final int SMALLEST_MODULUS = 2048;
    private static final int LARGEST_MODULUS = 4096;
    private static final int LARGEST_EXPONENT = 33;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);

    /** What a modulus must be. */
    public static final String MODULUS = "an odd number of " + SMALLEST_MODULUS + " to " + LARGEST_MODULUS + " bits";

    /** What a public exponent must be. */
    public static final String EXPONENT =
            "an odd number from " + SMALLEST_EXPONENT + ", of at most " + LARGEST_EXPONENT + " bits";

    private RsaBounds() {}

    public static boolean allowsModulus(BigInteger modulus) {
        int bits = modulus.bitLength();
        return bits >= SMALLEST_MODULUS && bits <= LARGEST_MODULUS && modulus.testBit(0);
    }

    public static boolean allowsExponent(BigInteger exponent) {
        return exponent.compareTo(SMALLEST_EXPONENT) >= 0
                && exponent.bitLength() <= LARGEST_EXPONENT
                && exponent.testBit(0);
    }

    /** What is wrong with the key, if anything is. */
    static Optional<String> fault(RSAPublicKey key) {
        if (!allowsModulus(key.getModulus())) {
            return Optional.of("its modulus must be " + MODULUS);
        }
        return allowsExponent(key.getPublicExponent())
                ? Optional.empty()
                : Optional.of("its exponent must be " + EXPONENT);
    }
}

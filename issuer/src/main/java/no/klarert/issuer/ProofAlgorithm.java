package no.klarert.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signature algorithms of DPoP proofs (RFC 9449 §4.2): asymmetric ones only (RFC 7518 §3.1). */
public enum ProofAlgorithm {
    ES256,
    ES384,
    ES512,
    PS256,
    PS384,
    PS512,
    RS256,
    RS384,
    RS512;

    /** Their names, in order of preference. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** The algorithm of exactly that name; empty for any other text. */
    static Optional<ProofAlgorithm> find(String name) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    /** The curve its keys are on; empty if they are RSA keys. */
    Optional<Curve> curve() {
        return switch (this) {
            case ES256 -> Optional.of(Curve.P_256);
            case ES384 -> Optional.of(Curve.P_384);
            case ES512 -> Optional.of(Curve.P_521);
            case PS256, PS384, PS512, RS256, RS384, RS512 -> Optional.empty();
        };
    }

    JWSAlgorithm nimbus() {
        return JWSAlgorithm.parse(name());
    }
}

package no.klarert.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;

/**
 * The public key in the header of a DPoP proof (RFC 9449 §4.2): on the curve of the proof's algorithm, or RSA of 2048 to 4096
 * bits. A key with private members or certificates is refused without repeating anything of it; members that say nothing here are
 * passed over (RFC 7517 §4).
 */
final class ProofKey {
    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Set<String> CERTIFICATE_MEMBERS = Set.of("x5c", "x5u", "x5t", "x5t#S256");

    private final ProofAlgorithm algorithm;
    private final JWK jwk;

    private ProofKey(ProofAlgorithm algorithm, JWK jwk) {
        this.algorithm = algorithm;
        this.jwk = jwk;
    }

    /** The key as it is used with {@code algorithm}; any other is an {@link InvalidValueException}. */
    static ProofKey read(ProofAlgorithm algorithm, Map<?, ?> members) {
        refuse(members.keySet().stream().anyMatch(PRIVATE_MEMBERS::contains), "`jwk` has public members only");
        refuse(members.keySet().stream().anyMatch(CERTIFICATE_MEMBERS::contains), "`jwk` has no certificates");
        refuse(members.containsKey("use") && !"sig".equals(members.get("use")), "`use` is `sig` or absent");
        refuse(
                members.containsKey("alg") && !algorithm.name().equals(members.get("alg")),
                "`alg` of `jwk` is that of the proof or absent");
        var kty = algorithm.curve().isPresent() ? "EC" : "RSA";
        refuse(!kty.equals(members.get("kty")), "`kty` is `" + kty + "` for " + algorithm);
        return new ProofKey(
                algorithm,
                algorithm.curve().<JWK>map(curve -> onCurve(curve, members)).orElseGet(() -> rsa(members)));
    }

    private static JWK onCurve(Curve curve, Map<?, ?> members) {
        refuse(!curve.getName().equals(members.get("crv")), "`crv` is `" + curve + "`");
        try {
            return new ECKey.Builder(curve, coordinate(curve, members, "x"), coordinate(curve, members, "y")).build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw InvalidValueException.secret("DPoP proof", "`x` and `y` are a point on the curve");
        }
    }

    /** A coordinate has all its octets, also those that are zero (RFC 7518 §6.2.1.2): one key has one thumbprint. */
    private static Base64URL coordinate(Curve curve, Map<?, ?> members, String name) {
        int octets = (curve.toECParameterSpec().getCurve().getField().getFieldSize() + 7) / 8;
        var text = members.get(name) instanceof String value ? value : "";
        refuse(CompactJws.decode(text).length != octets, "`" + name + "` is " + octets + " octets");
        return new Base64URL(text);
    }

    private static JWK rsa(Map<?, ?> members) {
        return new RSAKey.Builder(ClientKeys.publicKey(members)).build();
    }

    /** The JWK thumbprint with SHA-256 (RFC 7638). */
    String thumbprint() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IssuerException("this Java has no SHA-256", e);
        }
    }

    boolean signed(CompactJws jws) {
        try {
            return verifier()
                    .verify(
                            new JWSHeader(algorithm.nimbus()),
                            jws.signingInput().getBytes(StandardCharsets.US_ASCII),
                            jws.signature());
        } catch (JOSEException e) {
            throw new IssuerException("this Java cannot check signatures with " + algorithm, e);
        }
    }

    private JWSVerifier verifier() throws JOSEException {
        return jwk instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(jwk.toRSAKey());
    }

    private static void refuse(boolean broken, String rule) {
        if (broken) {
            throw InvalidValueException.secret("DPoP proof", rule);
        }
    }
}

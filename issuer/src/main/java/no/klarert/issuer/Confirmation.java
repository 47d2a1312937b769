package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import no.klarert.vocabulary.InvalidValueException;

/** The claim {@code cnf} (RFC 7800 §3): what whoever uses the token must prove to hold. */
sealed interface Confirmation {
    String CLAIM = "cnf";

    /** The JWK thumbprint of a DPoP key (RFC 9449 §6.1). */
    record DpopKey(String thumbprint) implements Confirmation {
        private static final String MEMBER = "jkt";
    }

    /** The SHA-256 thumbprint of a certificate (RFC 8705 §3.1). */
    record Certificate(String thumbprint) implements Confirmation {
        private static final String MEMBER = "x5t#S256";

        static Certificate of(X509Certificate certificate) {
            try {
                return new Certificate(
                        Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                                .toString());
            } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
                throw new IssuerException("a certificate has no thumbprint", e);
            }
        }
    }

    /**
     * What {@code claims} confirm; empty for a token that is bound to nothing. Any other form than ours is an {@link
     * InvalidValueException}: to pass it over would turn a bound token into a bearer token.
     */
    static Optional<Confirmation> read(Map<String, Object> claims) {
        if (!claims.containsKey(CLAIM)) {
            return Optional.empty();
        }
        if (claims.get(CLAIM) instanceof Map<?, ?> members && members.size() == 1) {
            if (members.get(DpopKey.MEMBER) instanceof String thumbprint) {
                return Optional.of(new DpopKey(thumbprint));
            }
            if (members.get(Certificate.MEMBER) instanceof String thumbprint) {
                return Optional.of(new Certificate(thumbprint));
            }
        }
        throw InvalidValueException.secret("claim", "`cnf` must hold `jkt` or `x5t#S256`");
    }

    /** Adds the claim to those of a token, and names the token's type (RFC 9449 §5). */
    default void bind(Map<String, Object> claims) {
        claims.put("token_type", tokenType().wireName());
        claims.put(
                CLAIM,
                switch (this) {
                    case DpopKey key -> Map.of(DpopKey.MEMBER, key.thumbprint());
                    case Certificate certificate -> Map.of(Certificate.MEMBER, certificate.thumbprint());
                });
    }

    /** The type of a token bound so; a token bound to a certificate stays a bearer token (RFC 8705 §3). */
    default TokenType tokenType() {
        return switch (this) {
            case DpopKey key -> TokenType.DPOP;
            case Certificate certificate -> TokenType.BEARER;
        };
    }
}

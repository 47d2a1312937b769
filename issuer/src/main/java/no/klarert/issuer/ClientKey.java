package no.klarert.issuer;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;

/**
 * A public key registered on a client (Maskinporten §7.3), usable until {@code expires}, exclusive.
 *
 * @param certificate the business certificate the key is locked to: it is usable only as long as the certificate is
 */
public record ClientKey(
        KeyId id,
        SignatureAlgorithm algorithm,
        RSAPublicKey publicKey,
        Instant expires,
        Optional<CertificateChain> certificate) {
    /** A key that is not locked to a certificate. */
    public ClientKey(KeyId id, SignatureAlgorithm algorithm, RSAPublicKey publicKey, Instant expires) {
        this(id, algorithm, publicKey, expires, Optional.empty());
    }

    /** False for a key that is locked to the certificate of another organisation, or of none. */
    boolean mayBelongTo(OrgNumber owner) {
        return certificate.isEmpty()
                || certificate.get().organization().filter(owner::equals).isPresent();
    }
}

package no.klarert.issuer.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import no.klarert.issuer.certificate.Revocation.Status;
import no.klarert.storage.Bytes;

/**
 * One certificate of a trusted path with its issuer. Revocation is asked link by link, so that what is unknown about one does not
 * hide what is known about another, and what is known about an issuer serves all its certificates.
 */
record Link(X509Certificate certificate, TrustAnchor issuer) {

    /** What the certificate is remembered under. */
    Bytes fingerprint() {
        try {
            return CertificateChain.fingerprint(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its encoding", e);
        }
    }

    /** Says where the JDK is to look. */
    interface Source {
        void use(PKIXParameters parameters) throws GeneralSecurityException;
    }

    /** The status of the certificate according to {@code source}. */
    Status status(Source source, Instant now) {
        try {
            var parameters = new PKIXParameters(Set.of(issuer));
            parameters.setDate(Date.from(now));
            source.use(parameters);
            CertPathValidator.getInstance("PKIX").validate(path(), parameters);
            return Status.GOOD;
        } catch (CertPathValidatorException e) {
            return e.getReason() == BasicReason.REVOKED ? Status.REVOKED : Status.UNKNOWN;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot validate certification paths", e);
        }
    }

    private CertPath path() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
    }
}

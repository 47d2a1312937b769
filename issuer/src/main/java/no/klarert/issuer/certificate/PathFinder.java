package no.klarert.issuer.certificate;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Builds and validates the path from a trust anchor to a certificate (RFC 5280 §6.1), as the JDK does it. Nothing is fetched, and
 * revocation is somebody else's: this is arithmetic with bounds.
 */
final class PathFinder {
    private static final String KIND = "certificate chain";

    /** Certificates between an anchor and the one that speaks; a bound on what a hostile tangle of issuers can cost. */
    private static final int MOST_BETWEEN = 3;

    /** Checking one signature of a larger key, or with a larger exponent, would take longer than all the rest. */
    private static final int LARGEST_ISSUER_KEY = 8192;

    private static final int LARGEST_EXPONENT = 33;

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;

    PathFinder(TrustAnchors trusted) {
        this.anchors = trusted.anchors().stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
        this.intermediates = trusted.intermediates();
    }

    /** The path that was looked for, or the verdict on a chain that has none. */
    sealed interface Outcome {
        record Found(TrustedPath path) implements Outcome {}

        record NotFound(Verdict verdict) implements Outcome {}
    }

    Outcome find(CertificateChain chain, Instant now) {
        List<X509Certificate> certificates;
        try {
            certificates = chain.parse();
        } catch (InvalidValueException e) {
            return new Outcome.NotFound(new Verdict.Malformed(e.getMessage()));
        }
        try {
            return new Outcome.Found(path(certificates, now));
        } catch (InvalidValueException e) {
            return new Outcome.NotFound(new Verdict.Untrusted(e.getMessage()));
        }
    }

    private TrustedPath path(List<X509Certificate> chain, Instant now) {
        var certificate = BusinessCertificate.of(chain.get(0));
        TrustedPath.lapse(chain.get(0), now).ifPresent(lapse -> {
            throw refused(lapse);
        });
        if (anchors.isEmpty()) {
            throw refused("no issuer of certificates is trusted here");
        }
        return TrustedPath.of(certificate, build(chain, now));
    }

    private PKIXCertPathBuilderResult build(List<X509Certificate> chain, Instant now) {
        try {
            var builder = CertPathBuilder.getInstance("PKIX");
            return (PKIXCertPathBuilderResult) builder.build(parameters(chain, now));
        } catch (CertPathBuilderException e) {
            throw refused("no path of valid certificates leads to it from an issuer that is trusted here");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot build certification paths", e);
        }
    }

    private PKIXBuilderParameters parameters(List<X509Certificate> chain, Instant now) throws GeneralSecurityException {
        var target = new X509CertSelector();
        target.setCertificate(chain.get(0));
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        parameters.setMaxPathLength(MOST_BETWEEN);
        parameters.addCertPathChecker(new StrengthChecker());
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates(chain))));
        return parameters;
    }

    private List<X509Certificate> candidates(List<X509Certificate> chain) {
        List<X509Certificate> candidates = new ArrayList<>(intermediates);
        candidates.add(chain.get(0));
        chain.stream().skip(1).filter(PathFinder::mayBeIssuer).forEach(candidates::add);
        return candidates;
    }

    /** What came with the certificate and cannot be part of a path is passed over; senders add all kinds of things. */
    private static boolean mayBeIssuer(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0 && !isSlow(certificate.getPublicKey());
    }

    private static boolean isSlow(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && (rsa.getModulus().bitLength() > LARGEST_ISSUER_KEY
                        || rsa.getPublicExponent().bitLength() > LARGEST_EXPONENT);
    }

    private static InvalidValueException refused(String rule) {
        return InvalidValueException.secret(KIND, rule);
    }
}

package no.klarert.issuer.certificate;

import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A certificate with the path by which it is trusted, whatever became of it since; the links begin with the certificate. */
record TrustedPath(BusinessCertificate certificate, List<Link> links) {
    TrustedPath {
        links = List.copyOf(links);
    }

    static TrustedPath of(BusinessCertificate certificate, PKIXCertPathBuilderResult built) {
        List<Link> links = new ArrayList<>();
        var issuer = built.getTrustAnchor();
        for (var each : built.getCertPath().getCertificates().reversed()) {
            var x509 = (X509Certificate) each;
            links.addFirst(new Link(x509, issuer));
            issuer = new TrustAnchor(x509, null);
        }
        return new TrustedPath(certificate, links);
    }

    /** Says which certificate of the path is not valid at that time, if one is not. */
    Optional<String> lapse(Instant time) {
        return links.stream()
                .flatMap(link -> lapse(link.certificate(), time).stream())
                .findFirst();
    }

    /** When the first certificate of the path expires. */
    Instant expires() {
        return links.stream()
                .map(link -> link.certificate().getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    static Optional<String> lapse(X509Certificate certificate, Instant time) {
        var from = certificate.getNotBefore().toInstant();
        var to = certificate.getNotAfter().toInstant();
        if (time.isBefore(from)) {
            return Optional.of("a certificate of the chain is not valid before " + from);
        }
        return time.isAfter(to) ? Optional.of("a certificate of the chain expired at " + to) : Optional.empty();
    }
}

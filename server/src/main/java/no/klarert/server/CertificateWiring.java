package no.klarert.server;

import java.security.SecureRandom;
import java.time.Instant;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.issuer.certificate.CrlFiles;
import no.klarert.issuer.certificate.OnlineRevocation;
import no.klarert.issuer.certificate.Revocation;
import no.klarert.issuer.certificate.TrustAnchors;
import org.slf4j.LoggerFactory;

/** Whose business certificates this installation believes, from its configuration; a twin believes its own issuer too. */
final class CertificateWiring {
    private CertificateWiring() {}

    static BusinessCertificates certificates(
            KlarertConfig config, DataDirectory data, SecureRandom random, Instant now) {
        var configured = config.certificates();
        var trusted = new TrustAnchors(
                configured.anchors().stream()
                        .flatMap(file -> PemFile.certificates(file).stream())
                        .toList(),
                configured.intermediates().stream()
                        .flatMap(file -> PemFile.certificates(file).stream())
                        .toList());
        var all = config.mode() == KlarertConfig.Mode.TWIN
                ? trusted.with(TestAuthority.openOrMake(data, random, now).trusted())
                : trusted;
        return new BusinessCertificates(all, revocation(configured, now), configured.unknownStatus());
    }

    private static Revocation revocation(CertificateConfig config, Instant now) {
        return switch (config.revocation()) {
            case OFF -> Revocation.unchecked();
            case ONLINE -> new OnlineRevocation(config.timeout(), config.remembered());
            case CRL_FILE -> crlFiles(config, now);
        };
    }

    private static Revocation crlFiles(CertificateConfig config, Instant now) {
        var log = LoggerFactory.getLogger(CrlFiles.class);
        try {
            return new CrlFiles(
                    config.crls(), problem -> log.warn("{}; the lists read before stay in force", problem), now);
        } catch (CrlFiles.InvalidCrlException e) {
            throw new ConfigException("`certificates.crls`: " + e.getMessage(), e);
        }
    }
}

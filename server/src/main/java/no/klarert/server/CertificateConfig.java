package no.klarert.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;

/**
 * Whose business certificates count and how it is found out whether they are revoked.
 *
 * @param anchors PEM files with the issuers that are trusted
 * @param intermediates PEM files with certificates between those and the ones of businesses
 * @param crls files and directories with revocation lists; some in mode {@code crl-file}, else none
 * @param timeout the longest a token request waits for an issuer's answer, in mode {@code online}
 * @param remembered how long such an answer is used
 */
record CertificateConfig(
        List<Path> anchors,
        List<Path> intermediates,
        Revocation revocation,
        List<Path> crls,
        UnknownStatus unknownStatus,
        Duration timeout,
        Duration remembered) {

    /** Where revocation is looked up. */
    enum Revocation {
        OFF,
        CRL_FILE,
        ONLINE
    }

    static CertificateConfig from(Settings settings, KlarertConfig.Mode mode) {
        var config = new CertificateConfig(
                paths(settings, "certificates.anchors"),
                paths(settings, "certificates.intermediates"),
                settings.value("certificates.revocation", CertificateConfig::revocation, "off, crl-file or online")
                        .orElse(mode == KlarertConfig.Mode.TWIN ? Revocation.OFF : Revocation.ONLINE),
                paths(settings, "certificates.crls"),
                settings.value("certificates.unknown-revocation", CertificateConfig::unknown, "refuse or accept")
                        .orElse(UnknownStatus.REFUSED),
                Duration.ofSeconds(settings.integer("certificates.revocation-timeout", 3, 1, 10)),
                Duration.ofSeconds(settings.integer("certificates.revocation-remembered", 300, 0, 3_600)));
        if (config.crls.isEmpty() == (config.revocation == Revocation.CRL_FILE)) {
            throw new ConfigException("`certificates.crls` and `certificates.revocation: crl-file` go together");
        }
        return config;
    }

    private static List<Path> paths(Settings settings, String key) {
        return settings.value(
                        key,
                        text -> Stream.of(text.split(","))
                                .map(String::strip)
                                .map(Path::of)
                                .toList(),
                        "a list of files")
                .orElse(List.of());
    }

    private static Revocation revocation(String text) {
        return switch (text) {
            case "off", "false" -> Revocation.OFF; // YAML 1.1 has off for false
            case "crl-file" -> Revocation.CRL_FILE;
            case "online" -> Revocation.ONLINE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static UnknownStatus unknown(String text) {
        return switch (text) {
            case "refuse" -> UnknownStatus.REFUSED;
            case "accept" -> UnknownStatus.ACCEPTED;
            default -> throw new IllegalArgumentException(text);
        };
    }
}

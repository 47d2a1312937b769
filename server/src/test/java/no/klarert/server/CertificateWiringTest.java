package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.issuer.certificate.CertificateProfile;
import no.klarert.issuer.certificate.Verdict;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted is a matter of configuration; only a twin trusts its own issuer. */
class CertificateWiringTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Map<String, String> PRODUCTION = Map.of(
            "mode", "production",
            "base-url", "https://auth.example.no",
            "database.url", "jdbc:postgresql://db/klarert",
            "certificates.revocation", "off",
            "production.allow", "generated-sealing-key,unchecked-revocation");

    @TempDir
    private Path directory;

    private final SecureRandom random = new SecureRandom();
    private DataDirectory data;
    private TestCertificates.Authority authority;
    private CertificateChain presented;

    @BeforeEach
    void makeAnIssuer() throws Exception {
        data = DataDirectory.open(directory.resolve("data"));
        var certificates = new TestCertificates(random, NOW);
        authority = certificates.authority();
        var order = new TestAuthority.Order(new OrgNumber("310000019"), "V", CertificateProfile.ESEAL);
        var issuer = authority.chain().get(0);
        presented = new CertificateChain(List.of(Bytes.of(certificates
                .business(order, authority.key(), issuer)
                .certificate()
                .getEncoded())));
    }

    private Path pem(String file, X509Certificate... certificates) throws Exception {
        var text = new StringBuilder("Some issuers say who they are first.\n");
        for (var certificate : certificates) {
            text.append(PemFile.write(certificate));
        }
        return Files.writeString(directory.resolve(file), text);
    }

    private BusinessCertificates certificates(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(PRODUCTION);
        settings.putAll(more);
        return CertificateWiring.certificates(KlarertConfig.from(new Settings(settings)), data, random, NOW);
    }

    private Verdict judge(Map<String, String> settings) {
        return certificates(settings).judge(presented, NOW);
    }

    @Test
    void production_trusts_the_configured_anchors_and_nobody_else() throws Exception {
        var root = pem("root.pem", authority.chain().get(1)).toString();
        var between = pem("between.pem", authority.chain().get(0)).toString();
        assertThat(judge(Map.of("certificates.anchors", root, "certificates.intermediates", between)))
                .isInstanceOf(Verdict.Trusted.class);
        assertThat(judge(Map.of("certificates.anchors", root))).isInstanceOf(Verdict.Untrusted.class);
        assertThat(judge(Map.of("certificates.intermediates", between))).isInstanceOf(Verdict.Untrusted.class);
        assertThat(judge(Map.of())).isInstanceOf(Verdict.Untrusted.class);
        assertThat(data.testAuthority()).doesNotExist();
    }

    @Test
    void the_issuer_of_a_twin_counts_for_nothing_in_production() throws Exception {
        var own = TestAuthority.openOrMake(data, random, NOW);
        var order = new TestAuthority.Order(new OrgNumber("310000019"), "V", CertificateProfile.LEGACY);
        var store = own.issue(order, "x".toCharArray(), random, NOW);
        presented = new CertificateChain(
                List.of(Bytes.of(store.getCertificate("klarert").getEncoded())));
        assertThat(judge(Map.of())).isInstanceOf(Verdict.Untrusted.class);
        assertThat(CertificateWiring.certificates(KlarertConfig.from(Settings.none()), data, random, NOW)
                        .judge(presented, NOW))
                .isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void files_that_hold_no_certificates_stop_the_start() throws Exception {
        var empty = Files.writeString(directory.resolve("empty.pem"), "").toString();
        var broken = Files.writeString(
                        directory.resolve("broken.pem"),
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                .toString();
        for (var file : List.of(empty, broken, directory.resolve("none.pem").toString())) {
            assertThatThrownBy(() -> certificates(Map.of("certificates.anchors", file)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(file);
            assertThatThrownBy(() ->
                            certificates(Map.of("certificates.crls", file, "certificates.revocation", "crl-file")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(file);
        }
    }
}

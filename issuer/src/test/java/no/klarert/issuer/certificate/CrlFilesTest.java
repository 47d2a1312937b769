package no.klarert.issuer.certificate;

import static no.klarert.issuer.certificate.TestIssuer.NOW;
import static no.klarert.issuer.certificate.TestIssuer.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revocation lists in files, with lists that were really signed. */
class CrlFilesTest {
    private static final TestIssuer ROOT = TestIssuer.root("CN=Root");
    private static final TestIssuer ISSUER = ROOT.under("CN=Issuer");
    private static final X509Certificate LEAF = leaf();
    private static final X509Certificate OTHER = leaf();
    private static final Instant NEXT_UPDATE = NOW.plus(Duration.ofDays(7));

    @TempDir
    private Path directory;

    private final List<String> problems = new ArrayList<>();
    private Instant now = NOW;
    private long changes;

    private static X509Certificate leaf() {
        return ISSUER.draft("C=NO,O=Vendor,SERIALNUMBER=310000019", TestIssuer.key("RSA", 2048))
                .sign();
    }

    @BeforeEach
    void publishLists() {
        publish("root.crl", ROOT.crl(NOW, NEXT_UPDATE));
        publish("issuer.crl", ISSUER.crl(NOW, NEXT_UPDATE, OTHER));
    }

    private void publish(String file, X509CRL list) {
        try {
            write(file, list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each with a time of its own, whatever the file system's clock. */
    private void write(String file, byte[] content) {
        try {
            var written = Files.write(directory.resolve(file), content);
            Files.setLastModifiedTime(written, FileTime.from(NOW.plusSeconds(++changes)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private BusinessCertificates certificates(UnknownStatus unknown) {
        return new BusinessCertificates(
                new TrustAnchors(List.of(ROOT.certificate()), List.of(ISSUER.certificate())),
                new CrlFiles(List.of(directory), problems::add, NOW),
                unknown);
    }

    private BusinessCertificates certificates() {
        return certificates(UnknownStatus.REFUSED);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private Verdict judge(BusinessCertificates certificates, X509Certificate certificate) {
        return certificates.judge(chain(certificate), now);
    }

    private static void revoked(Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Untrusted.class,
                        untrusted -> assertThat(untrusted.why()).contains("revoked"));
    }

    @Test
    void tells_a_revoked_certificate_from_another() {
        assertThat(judge(certificates(), LEAF)).isInstanceOf(Verdict.Trusted.class);
        revoked(judge(certificates(), OTHER));
    }

    @Test
    void a_revoked_issuer_takes_its_certificates_with_it() {
        publish("root.crl", ROOT.crl(NOW, NEXT_UPDATE, ISSUER.certificate()));
        revoked(judge(certificates(), LEAF));
    }

    @Test
    void a_list_that_changes_counts_within_a_second() {
        var certificates = certificates();
        assertThat(judge(certificates, LEAF)).isInstanceOf(Verdict.Trusted.class);
        publish("issuer.crl", ISSUER.crl(NOW, NEXT_UPDATE, LEAF));
        later(Duration.ofSeconds(1));
        revoked(judge(certificates, LEAF));
        assertThat(judge(certificates, OTHER)).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void a_file_that_breaks_is_reported_once_and_the_lists_before_stay_in_force() {
        var certificates = certificates();
        write("issuer.crl", new byte[] {1, 2, 3});
        later(Duration.ofSeconds(1));
        revoked(judge(certificates, OTHER));
        later(Duration.ofSeconds(1));
        assertThat(judge(certificates, LEAF)).isInstanceOf(Verdict.Trusted.class);
        assertThat(problems).singleElement().asString().contains("issuer.crl");
        publish("issuer.crl", ISSUER.crl(NOW, NEXT_UPDATE));
        later(Duration.ofSeconds(1));
        assertThat(judge(certificates, OTHER)).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void without_a_valid_list_the_status_is_unknown() throws IOException {
        var certificates = certificates();
        now = NEXT_UPDATE.plus(Duration.ofHours(1));
        assertThat(judge(certificates, LEAF)).isInstanceOf(Verdict.Undetermined.class);
        now = NOW;
        Files.delete(directory.resolve("issuer.crl"));
        assertThat(judge(certificates(), LEAF)).isInstanceOf(Verdict.Undetermined.class);
        var impostor = TestIssuer.root("CN=Root").under("CN=Issuer");
        publish("issuer.crl", impostor.crl(NOW, NEXT_UPDATE));
        assertThat(judge(certificates(), LEAF)).isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void what_is_unknown_can_be_accepted_but_what_is_revoked_cannot() throws IOException {
        Files.delete(directory.resolve("root.crl"));
        assertThat(judge(certificates(UnknownStatus.ACCEPTED), LEAF)).isInstanceOf(Verdict.Trusted.class);
        assertThat(judge(certificates(UnknownStatus.REFUSED), LEAF)).isInstanceOf(Verdict.Undetermined.class);
        revoked(judge(certificates(UnknownStatus.ACCEPTED), OTHER));
    }

    @Test
    void reads_pem_with_several_lists() throws Exception {
        var pem = new StringBuilder();
        for (var list : List.of(ROOT.crl(NOW, NEXT_UPDATE), ISSUER.crl(NOW, NEXT_UPDATE, LEAF))) {
            pem.append("-----BEGIN X509 CRL-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(list.getEncoded()))
                    .append("\n-----END X509 CRL-----\n");
        }
        Files.delete(directory.resolve("root.crl"));
        Files.delete(directory.resolve("issuer.crl"));
        var file = Files.writeString(directory.resolve("all.pem"), pem);
        var revocation = new CrlFiles(List.of(file), problems::add, NOW);
        var certificates = new BusinessCertificates(
                new TrustAnchors(List.of(ROOT.certificate()), List.of(ISSUER.certificate())),
                revocation,
                UnknownStatus.REFUSED);
        revoked(judge(certificates, LEAF));
        assertThat(judge(certificates, OTHER)).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void refuses_to_begin_with_what_is_no_list() {
        write("broken.crl", "hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(this::certificates)
                .isInstanceOf(CrlFiles.InvalidCrlException.class)
                .hasMessageContaining("broken.crl");
        assertThatThrownBy(() -> new CrlFiles(List.of(directory.resolve("none")), problems::add, NOW))
                .isInstanceOf(CrlFiles.InvalidCrlException.class);
    }
}

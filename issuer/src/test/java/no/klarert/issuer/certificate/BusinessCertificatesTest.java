package no.klarert.issuer.certificate;

import static no.klarert.issuer.certificate.TestIssuer.NOW;
import static no.klarert.issuer.certificate.TestIssuer.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which chains count as business certificates; every refused one differs from an accepted one in one thing. */
class BusinessCertificatesTest {
    private static final String LEGACY = "C=NO,O=Vendor,CN=Vendor,SERIALNUMBER=310000019";
    private static final OrgNumber VENDOR = new OrgNumber("310000019");
    private static final KeyPair KEY = TestIssuer.key("RSA", 2048);
    private static final TestIssuer ROOT = TestIssuer.root("CN=Root");
    private static final TestIssuer ISSUER = ROOT.under("CN=Issuer");
    private static final X509Certificate LEAF = ISSUER.draft(LEGACY, KEY).sign();

    private final BusinessCertificates certificates =
            trusting(new TrustAnchors(List.of(ROOT.certificate()), List.of(ISSUER.certificate())));

    private static BusinessCertificates trusting(TrustAnchors anchors) {
        return new BusinessCertificates(anchors, Revocation.unchecked(), UnknownStatus.REFUSED);
    }

    private static BusinessCertificates trustingOnlyTheRoot() {
        return trusting(new TrustAnchors(List.of(ROOT.certificate()), List.of()));
    }

    private BusinessCertificate trusted(X509Certificate... presented) {
        return trusted(certificates.judge(chain(presented), NOW));
    }

    private static BusinessCertificate trusted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Trusted.class);
        return ((Verdict.Trusted) verdict).certificate();
    }

    private void untrusted(String why, X509Certificate... presented) {
        untrusted(why, certificates.judge(chain(presented), NOW));
    }

    private static void untrusted(String why, Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Untrusted.class,
                        untrusted -> assertThat(untrusted.why()).contains(why));
    }

    @Test
    void accepts_a_certificate_alone_if_the_issuer_between_is_configured() {
        assertThat(trusted(LEAF).organization()).contains(VENDOR);
        untrusted("no path", trustingOnlyTheRoot().judge(chain(LEAF), NOW));
    }

    @Test
    void accepts_a_full_chain_in_any_order_after_the_first() {
        trusted(trustingOnlyTheRoot().judge(chain(LEAF, ISSUER.certificate()), NOW));
        trusted(trustingOnlyTheRoot().judge(chain(LEAF, ISSUER.certificate(), ROOT.certificate()), NOW));
        trusted(trustingOnlyTheRoot().judge(chain(LEAF, ROOT.certificate(), ISSUER.certificate()), NOW));
        untrusted("no certificate of an issuer", trustingOnlyTheRoot().judge(chain(ISSUER.certificate(), LEAF), NOW));
    }

    @Test
    void refuses_what_another_issuer_of_the_same_name_signed() {
        var impostor = TestIssuer.root("CN=Root").under("CN=Issuer");
        untrusted("no path", impostor.draft(LEGACY, KEY).sign(), impostor.certificate());
        untrusted("no path", new TestIssuer.Draft(new X500Name(LEGACY), KEY).sign());
        untrusted("no issuer", BusinessCertificates.none().judge(chain(LEAF), NOW));
    }

    @Test
    void counts_only_within_its_validity_also_when_remembered() {
        trusted(certificates.judge(chain(LEAF), NOW));
        untrusted(
                "expired",
                certificates.judge(chain(LEAF), NOW.plus(TestIssuer.YEARS).plusSeconds(1)));
        untrusted("not valid before", certificates.judge(chain(LEAF), NOW.minus(Duration.ofDays(2))));
        trusted(certificates.judge(chain(LEAF), NOW.plus(TestIssuer.YEARS)));
    }

    @Test
    void an_issuer_between_that_expires_takes_its_certificates_with_it() {
        var brief = new TestIssuer(
                new X500Name("CN=Brief"),
                ISSUER.key,
                ROOT.draft("CN=Brief", ISSUER.key)
                        .valid(NOW, NOW.plusSeconds(60))
                        .authority()
                        .sign());
        var presented = chain(brief.draft(LEGACY, KEY).sign(), brief.certificate());
        trusted(certificates.judge(presented, NOW));
        untrusted("expired", certificates.judge(presented, NOW.plusSeconds(61)));
        untrusted("no path", trustingOnlyTheRoot().judge(presented, NOW.plusSeconds(61)));
    }

    @ParameterizedTest
    @CsvSource({
        KeyUsage.digitalSignature + ", true",
        (KeyUsage.digitalSignature | KeyUsage.nonRepudiation) + ", true",
        KeyUsage.nonRepudiation + ", false",
        KeyUsage.keyEncipherment + ", false"
    })
    void needs_digital_signature_among_its_key_usages(int usage, boolean accepted) {
        var verdict =
                certificates.judge(chain(ISSUER.draft(LEGACY, KEY).usage(usage).sign()), NOW);
        if (accepted) {
            trusted(verdict);
        } else {
            untrusted("digitalSignature", verdict);
        }
    }

    @Test
    void refuses_keys_that_are_short_or_long_or_of_another_kind() {
        untrusted(
                "2048 to 4096 bits",
                ISSUER.draft(LEGACY, TestIssuer.key("RSA", 1024)).sign());
        untrusted(
                "2048 to 4096 bits",
                ISSUER.draft(LEGACY, TestIssuer.key("RSA", 4104)).sign());
        untrusted("an RSA key", ISSUER.draft(LEGACY, TestIssuer.key("EC", 256)).sign());
        untrusted(
                "an RSA key",
                ISSUER.draft(LEGACY, TestIssuer.key("RSASSA-PSS", 2048)).sign());
    }

    @Test
    void refuses_weak_signatures_and_short_keys_of_issuers_in_the_path() {
        untrusted("no path", ISSUER.draft(LEGACY, KEY).signedWith("SHA1withRSA").sign());
        var weak = ROOT.under("CN=Weak", TestIssuer.key("RSA", 1024));
        untrusted("no path", weak.draft(LEGACY, KEY).sign(), weak.certificate());
    }

    @Test
    void refuses_issuers_that_are_none() {
        var other = TestIssuer.key("RSA", 2048);
        var business = new TestIssuer(
                new X500Name(LEGACY), other, ISSUER.draft(LEGACY, other).sign());
        untrusted("no path", business.draft(LEGACY, KEY).sign(), business.certificate());
        untrusted("version 3", TestIssuer.firstVersion(ISSUER, LEGACY, KEY));
        var old = new TestIssuer(new X500Name("CN=Old"), other, TestIssuer.firstVersion(ROOT, "CN=Old", other));
        untrusted("no path", old.draft(LEGACY, KEY).sign(), old.certificate());
    }

    @Test
    void honours_path_length_name_constraints_and_critical_extensions() {
        var last = new TestIssuer(
                new X500Name("CN=Last"),
                ISSUER.key,
                ROOT.draft("CN=Last", ISSUER.key)
                        .extension(TestIssuer.Draft.extension(Extension.basicConstraints, new BasicConstraints(0)))
                        .sign());
        trusted(last.draft(LEGACY, KEY).sign(), last.certificate());
        var beyond = last.under("CN=Beyond");
        untrusted("no path", beyond.draft(LEGACY, KEY).sign(), beyond.certificate(), last.certificate());
        var constrained = new TestIssuer(
                new X500Name("CN=Constrained"),
                ISSUER.key,
                ROOT.draft("CN=Constrained", ISSUER.key)
                        .authority()
                        .extension(onlySweden())
                        .sign());
        untrusted("no path", constrained.draft(LEGACY, KEY).sign(), constrained.certificate());
        untrusted(
                "no path",
                ISSUER.draft(LEGACY, KEY)
                        .extension(TestIssuer.Draft.extension(
                                new ASN1ObjectIdentifier("1.2.3.4.5"), new DEROctetString(new byte[] {1})))
                        .sign());
    }

    private static Extension onlySweden() {
        var sweden = new GeneralSubtree(new GeneralName(new X500Name("C=SE")));
        return TestIssuer.Draft.extension(
                Extension.nameConstraints, new NameConstraints(new GeneralSubtree[] {sweden}, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void allows_three_issuers_between_and_no_more(int between) {
        assertThat(certificates.judge(longChain(between), NOW)).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void refuses_four_issuers_between() {
        untrusted("no path", certificates.judge(longChain(4), NOW));
    }

    private static CertificateChain longChain(int between) {
        var issuer = ROOT;
        List<X509Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < between; i++) {
            issuer = issuer.under("CN=Between " + i, ISSUER.key);
            certificates.addFirst(issuer.certificate());
        }
        certificates.addFirst(issuer.draft(LEGACY, KEY).sign());
        return chain(certificates.toArray(X509Certificate[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "'C=NO,O=V,SERIALNUMBER=310000019', LEGACY, 310000019",
        "'C=NO,O=V,SERIALNUMBER=310000018', LEGACY,",
        "'C=NO,O=V,SERIALNUMBER=NO310000019', LEGACY,",
        "'C=NO,O=V', LEGACY,",
        "'C=NO,O=V,SERIALNUMBER=310000019,SERIALNUMBER=312880008', LEGACY,",
        "'C=NO,O=V,2.5.4.97=NTRNO-310000019', ESEAL, 310000019",
        "'C=NO,O=V,2.5.4.97=NTRNO-310000019,SERIALNUMBER=312880008', ESEAL, 310000019",
        "'C=NO,O=V,2.5.4.97=NTRSE-310000019,SERIALNUMBER=310000019', ESEAL,",
        "'C=NO,O=V,2.5.4.97=310000019', ESEAL,",
        "'C=NO,O=V,2.5.4.97=NTRNO-310000019,2.5.4.97=NTRNO-312880008', ESEAL,",
        "'C=NO,O=V+SERIALNUMBER=310000019', LEGACY, 310000019"
    })
    void reads_the_organisation_number_and_never_guesses(String subject, CertificateProfile profile, String number) {
        var certificate = trusted(ISSUER.draft(subject, KEY).sign());
        assertThat(certificate.profile()).isEqualTo(profile);
        assertThat(certificate.organization().map(OrgNumber::value).orElse(null))
                .isEqualTo(number);
    }

    @Test
    void tells_qualified_seals_from_others() {
        var compliance = new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.1"));
        assertThat(seal(compliance, type("0.4.0.1862.1.6.2"))).isEqualTo(CertificateProfile.QUALIFIED_ESEAL);
        assertThat(seal(compliance, type("0.4.0.1862.1.6.1"))).isEqualTo(CertificateProfile.ESEAL);
        assertThat(seal(type("0.4.0.1862.1.6.2"))).isEqualTo(CertificateProfile.ESEAL);
        assertThat(seal(compliance)).isEqualTo(CertificateProfile.ESEAL);
        assertThat(seal()).isEqualTo(CertificateProfile.ESEAL);
    }

    private CertificateProfile seal(QCStatement... statements) {
        var draft = ISSUER.draft("C=NO,O=V,2.5.4.97=NTRNO-310000019", KEY);
        return trusted(draft.extension(TestIssuer.optional(Extension.qCStatements, new DERSequence(statements)))
                        .sign())
                .profile();
    }

    private static QCStatement type(String type) {
        return new QCStatement(
                new ASN1ObjectIdentifier("0.4.0.1862.1.6"), new DERSequence(new ASN1ObjectIdentifier(type)));
    }

    @Test
    void a_path_that_was_found_serves_a_certificate_that_comes_alone_for_ten_minutes() {
        var fresh = trustingOnlyTheRoot();
        untrusted("no path", fresh.judge(chain(LEAF), NOW));
        trusted(fresh.judge(chain(LEAF, ISSUER.certificate()), NOW));
        trusted(fresh.judge(chain(LEAF), NOW.plus(Duration.ofMinutes(9))));
        untrusted("no path", fresh.judge(chain(LEAF), NOW.plus(Duration.ofMinutes(10))));
    }

    @Test
    void says_when_the_first_certificate_of_the_path_expires() {
        assertThat(certificates.judge(chain(LEAF), NOW))
                .isInstanceOfSatisfying(
                        Verdict.Trusted.class,
                        found -> assertThat(found.expires()).isEqualTo(NOW.plus(TestIssuer.YEARS)));
    }

    @Test
    void a_chain_that_is_no_chain_is_malformed() {
        for (var garbage : List.of(new byte[] {0x30}, new byte[] {0x30, (byte) 0x80, 0, 0}, new byte[100])) {
            assertThat(certificates.judge(new CertificateChain(List.of(Bytes.of(garbage))), NOW))
                    .isInstanceOf(Verdict.Malformed.class);
        }
        var trailing = Stream.of(TestIssuer.der(LEAF).toArray(), new byte[] {0})
                .collect(java.io.ByteArrayOutputStream::new, java.io.ByteArrayOutputStream::writeBytes, (a, b) -> {})
                .toByteArray();
        assertThat(certificates.judge(new CertificateChain(List.of(Bytes.of(trailing))), NOW))
                .isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void reads_standard_base64_within_bounds_and_nothing_else() {
        var leaf = Base64.getEncoder().encodeToString(TestIssuer.der(LEAF).toArray());
        assertThat(CertificateChain.ofX5c(List.of(leaf)).toX5c()).containsExactly(leaf);
        var wrong = List.of(
                List.of(),
                List.of(1),
                List.of(""),
                List.of(leaf, " "),
                List.of("-_-_"),
                List.of(leaf.substring(0, 76) + "\n" + leaf.substring(76)),
                List.of("-----BEGIN CERTIFICATE-----"),
                java.util.Collections.nCopies(CertificateChain.MOST + 1, leaf),
                List.of("A".repeat(4 * CertificateChain.LONGEST)));
        for (var x5c : wrong) {
            assertThatThrownBy(() -> CertificateChain.ofX5c(x5c)).isInstanceOf(InvalidValueException.class);
        }
    }

    /** Whatever the bytes, there is a verdict: no exception, and no trust in what was changed. */
    @Test
    void mutated_certificates_are_judged_without_an_accident() {
        var random = new Random(20260101);
        var sound = TestIssuer.der(LEAF).toArray();
        for (int i = 0; i < 3_000; i++) {
            var mutated = sound.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 + random.nextInt(255));
            }
            var presented = new CertificateChain(List.of(Bytes.of(mutated), TestIssuer.der(ISSUER.certificate())));
            assertThat(trustingOnlyTheRoot().judge(presented, NOW))
                    .as("change number " + i)
                    .isNotInstanceOf(Verdict.Trusted.class);
        }
    }

    /** Issuers that vouch for each other in every combination that fits into a chain. */
    @Test
    void a_tangle_of_issuers_costs_no_more_than_a_moment() {
        var names = List.of("CN=A", "CN=A", "CN=A", "CN=A");
        var keys =
                IntStream.range(0, 2).mapToObj(i -> TestIssuer.key("RSA", 2048)).toList();
        var tangle = IntStream.range(0, CertificateChain.MOST - 1)
                .mapToObj(i -> new TestIssuer(new X500Name(names.get(0)), keys.get(i % 2), LEAF)
                        .draft("CN=A", keys.get((i + 1) % 2))
                        .authority()
                        .sign())
                .toList();
        List<X509Certificate> presented = new ArrayList<>(tangle);
        presented.addFirst(new TestIssuer(new X500Name("CN=A"), keys.get(0), LEAF)
                .draft(LEGACY, KEY)
                .sign());
        long began = System.nanoTime();
        untrusted("no path", presented.toArray(X509Certificate[]::new));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void an_issuer_with_a_monstrous_key_is_passed_over() {
        var monster = TestIssuer.monstrousIssuer(
                "CN=Issuer", BigInteger.ONE.shiftLeft(16_000).setBit(0));
        trusted(trustingOnlyTheRoot().judge(chain(LEAF, monster, ISSUER.certificate()), NOW));
        untrusted("no path", trustingOnlyTheRoot().judge(chain(LEAF, monster), NOW));
    }

    /** An exponent as long as the modulus makes a check of a signature as slow as signing, for whoever has no key at all. */
    @Test
    void an_issuer_with_a_monstrous_exponent_is_passed_over() {
        var slow = ROOT.under(
                "CN=Slow",
                TestIssuer.rsaKey(2048, BigInteger.ONE.shiftLeft(1024).setBit(0)));
        var business = slow.draft(LEGACY, KEY).sign();
        untrusted("no path", trustingOnlyTheRoot().judge(chain(business, slow.certificate()), NOW));
        var usual = ROOT.under("CN=Usual", TestIssuer.rsaKey(2048, BigInteger.valueOf(3)));
        trusted(trustingOnlyTheRoot().judge(chain(usual.draft(LEGACY, KEY).sign(), usual.certificate()), NOW));
    }
}

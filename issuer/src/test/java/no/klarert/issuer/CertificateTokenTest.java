package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Outcomes.claims;
import static no.klarert.issuer.Outcomes.refused;
import static no.klarert.issuer.Outcomes.refusedWithoutCode;
import static no.klarert.issuer.certificate.TestIssuer.chain;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;
import no.klarert.issuer.certificate.CrlFiles;
import no.klarert.issuer.certificate.OnlineRevocation;
import no.klarert.issuer.certificate.Revocation;
import no.klarert.issuer.certificate.TestIssuer;
import no.klarert.issuer.certificate.TrustAnchors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maskinporten §14 item 6: tokens for business certificates, presented in the header or locked to a registered key. */
class CertificateTokenTest {
    private static final String LEGACY = "C=NO,O=Vendor,SERIALNUMBER=310000019";
    private static final TestIssuer ROOT = TestIssuer.root("CN=Root");
    private static final X509Certificate LEAF =
            ROOT.draft(LEGACY, TestKeys.VENDOR).sign();

    private final Installation klarert = new Installation();
    private final ActingOrganization vendor = Installation.acting(VENDOR);

    @BeforeEach
    void trustTheRootAndForgetTheKeys() {
        trust(Revocation.unchecked());
        klarert.stores.keys.remove(CLIENT);
    }

    private void trust(Revocation revocation) {
        klarert.certificates = new BusinessCertificates(
                new TrustAnchors(List.of(ROOT.certificate()), List.of()), revocation, UnknownStatus.REFUSED);
    }

    private TokenOutcome request(X509Certificate... presented) {
        return request("RS256", chain(presented).toX5c());
    }

    private TokenOutcome request(String algorithm, Object x5c) {
        return klarert.request(klarert.assertion()
                .withoutHeader("kid")
                .header("alg", algorithm)
                .header("x5c", x5c)
                .sign());
    }

    private static X509Certificate certificate(String subject) {
        return ROOT.draft(subject, TestKeys.VENDOR).sign();
    }

    @ParameterizedTest
    @CsvSource({"RS256", "RS384", "RS512"})
    void issues_a_token_for_a_certificate_of_the_clients_owner(String algorithm) {
        assertThat(claims(request(algorithm, chain(LEAF).toX5c())))
                .containsEntry("client_amr", "virksomhetssertifikat")
                .containsEntry("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019"));
    }

    @Test
    void names_the_kind_of_certificate() {
        assertThat(claims(request(certificate("C=NO,O=Vendor,2.5.4.97=NTRNO-310000019"))))
                .containsEntry("client_amr", "CForESeal");
        assertThat(claims(request(ROOT.qualifiedSeal("C=NO,O=Vendor,2.5.4.97=NTRNO-310000019", TestKeys.VENDOR))))
                .containsEntry("client_amr", "QCForESeal");
    }

    @Test
    void refuses_an_x5c_that_is_no_array_of_certificates() {
        var sound = chain(LEAF).toX5c();
        for (var wrong : List.of(
                sound.get(0), List.of(), List.of(1), List.of(sound), Map.of(), List.of("MIIB"), List.of("-_"), true)) {
            refused(request("RS256", wrong), MpCode.MP_123, "Invalid JWT header x5c");
        }
    }

    @Test
    void refuses_a_key_identifier_beside_the_certificate() {
        refused(
                klarert.request(
                        klarert.assertion().header("x5c", chain(LEAF).toX5c()).sign()),
                MpCode.MP_123,
                "not both");
    }

    @Test
    void refuses_a_certificate_of_a_client_that_has_keys() {
        klarert.addClient(CLIENT, VENDOR, Installation.ORDERS);
        refusedWithoutCode(
                request(LEAF),
                OAuthError.INVALID_GRANT,
                "The client requires pre-registered jwk and no key identifier (kid) provided");
    }

    @Test
    void refuses_a_certificate_of_an_issuer_that_is_not_trusted() {
        var production =
                TestIssuer.root("CN=Root").draft(LEGACY, TestKeys.VENDOR).sign();
        refused(request(production), MpCode.MP_120, "The JWT is signed with an invalid certificate");
        klarert.certificates = BusinessCertificates.none();
        refused(request(LEAF), MpCode.MP_120, "no issuer of certificates is trusted here");
    }

    @Test
    void refuses_an_expired_certificate() {
        var brief = ROOT.draft(LEGACY, TestKeys.VENDOR)
                .valid(klarert.now.minusSeconds(60), klarert.now.plusSeconds(60))
                .sign();
        claims(request(brief));
        klarert.now = klarert.now.plusSeconds(61);
        refused(request(brief), MpCode.MP_120, "expired");
    }

    @Test
    void refuses_a_certificate_of_another_organisation_or_of_none() {
        refused(
                request(certificate("C=NO,O=Other,SERIALNUMBER=312880008")),
                MpCode.MP_122,
                "Does not match certificate orgno");
        refused(request(certificate("C=SE,O=Vendor,2.5.4.97=NTRSE-310000019")), MpCode.MP_122, "no Norwegian");
        refused(request(certificate("CN=310000019")), MpCode.MP_122, "no Norwegian");
    }

    @Test
    void refuses_a_signature_that_the_certificate_does_not_vouch_for() {
        refused(
                klarert.request(klarert.assertion()
                        .withoutHeader("kid")
                        .header("x5c", chain(LEAF).toX5c())
                        .signedBy(TestKeys.OTHER)
                        .sign()),
                MpCode.MP_124,
                "Invalid JWT signature");
    }

    @Test
    void refuses_a_revoked_certificate(@TempDir Path directory) throws Exception {
        var list = directory.resolve("root.crl");
        Files.write(list, ROOT.crl(List.of(LEAF)).getEncoded());
        trust(new CrlFiles(List.of(list), problem -> {}, klarert.now));
        refused(request(LEAF), MpCode.MP_120, "revoked");
        claims(request(certificate(LEGACY)));
    }

    @Test
    void an_unknown_revocation_status_is_no_fault_of_the_client_and_uses_nothing_up() {
        trust(new OnlineRevocation(Duration.ofSeconds(1), Duration.ofMinutes(5)));
        var assertion = klarert.assertion()
                .withoutHeader("kid")
                .header("x5c", chain(LEAF).toX5c())
                .sign();
        refusedWithoutCode(klarert.request(assertion), OAuthError.TEMPORARILY_UNAVAILABLE, "revoked");
        trust(Revocation.unchecked());
        claims(klarert.request(assertion));
    }

    private AdministrationOutcome<ClientStore.KeySet> register(Map<String, Object> jwk) {
        return klarert.clientAdministration()
                .replaceKeys(vendor, Reach.OWN, CLIENT, JSONObjectUtils.toJSONString(Map.of("keys", List.of(jwk))));
    }

    private static Map<String, Object> locked(X509Certificate... chain) {
        Map<String, Object> jwk = new LinkedHashMap<>(ClientKeys.toJwk(new ClientKey(
                new no.klarert.vocabulary.KeyId(Installation.KID),
                SignatureAlgorithm.RS256,
                TestKeys.publicPart(TestKeys.VENDOR),
                Instant.EPOCH)));
        jwk.remove("exp");
        jwk.put("x5c", chain(chain).toX5c());
        return jwk;
    }

    @Test
    void a_key_locked_to_a_certificate_is_echoed_with_it_and_named_by_its_identifier() {
        var registered = locked(LEAF, ROOT.certificate());
        var done = (AdministrationOutcome.Done<ClientStore.KeySet>) register(registered);
        var echoed = ClientKeys.toJwk(done.value().keys().get(0));
        assertThat(echoed).containsAllEntriesOf(registered).containsKey("exp");
        assertThat(claims(klarert.request(klarert.assertion().sign())))
                .containsEntry("client_amr", "virksomhetssertifikat");
    }

    @Test
    void a_locked_key_counts_only_as_long_as_its_certificate(@TempDir Path directory) throws Exception {
        register(locked(LEAF));
        claims(klarert.request(klarert.assertion().sign()));
        var list = directory.resolve("root.crl");
        Files.write(list, ROOT.crl(List.of(LEAF)).getEncoded());
        trust(new CrlFiles(List.of(list), problem -> {}, klarert.now));
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_120, "revoked");
        klarert.certificates = BusinessCertificates.none();
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_120, "no issuer");
    }

    @Test
    void a_locked_key_expires_with_its_certificate() {
        var brief = ROOT.draft(LEGACY, TestKeys.VENDOR)
                .valid(klarert.now.minusSeconds(60), klarert.now.plusSeconds(60))
                .sign();
        var done = (AdministrationOutcome.Done<ClientStore.KeySet>) register(locked(brief));
        assertThat(done.value().keys().get(0).expires()).isEqualTo(klarert.now.plusSeconds(60));
        klarert.now = klarert.now.plusSeconds(61);
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_121, "Expired key");
    }

    @Test
    void refuses_to_lock_a_key_to_a_certificate_that_is_not_its_own_or_does_not_count() {
        List<String> messages = new ArrayList<>();
        for (var wrong : List.of(
                ROOT.draft(LEGACY, TestKeys.OTHER).sign(),
                TestIssuer.root("CN=Root").draft(LEGACY, TestKeys.VENDOR).sign(),
                certificate("C=NO,O=Other,SERIALNUMBER=312880008"))) {
            var outcome = register(locked(wrong));
            assertThat(outcome).isInstanceOf(AdministrationOutcome.Invalid.class);
            ((AdministrationOutcome.Invalid<?>) outcome).fields().forEach(field -> messages.add(field.message()));
            assertThat(klarert.stores.keys).doesNotContainKey(CLIENT);
        }
        assertThat(messages)
                .satisfiesExactly(
                        first -> assertThat(first).contains("`n` and `e` are those of the first certificate"),
                        second -> assertThat(second).contains("no path"),
                        third -> assertThat(third).contains("a certificate of 310000019"));
    }

    @Test
    void refuses_to_lock_a_key_while_nobody_can_say_whether_the_certificate_is_revoked() {
        trust(new OnlineRevocation(Duration.ofSeconds(1), Duration.ofMinutes(5)));
        assertThat(register(locked(LEAF))).isInstanceOf(AdministrationOutcome.Invalid.class);
    }
}

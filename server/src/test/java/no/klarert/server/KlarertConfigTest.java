package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.KeystoreKey;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlarertConfigTest {
    @TempDir
    private Path directory;

    private static KlarertConfig config(Map<String, String> values) {
        return KlarertConfig.from(new Settings(values));
    }

    @Test
    void every_key_has_the_default_that_the_documentation_names() {
        var config = config(Map.of());
        assertThat(config.mode()).isEqualTo(KlarertConfig.Mode.TWIN);
        assertThat(config.network())
                .isEqualTo(new KlarertConfig.Network("0.0.0.0", 8080, 8081, Optional.empty(), TrustedProxies.NONE));
        assertThat(config.database())
                .isEqualTo(new KlarertConfig.Database(Optional.empty(), Optional.empty(), Optional.empty(), 16));
        assertThat(config.issuing())
                .isEqualTo(new KlarertConfig.Issuing(
                        KeySettings.USUAL, Optional.empty(), Optional.empty(), 120, List.of()));
        assertThat(config.limits()).isEqualTo(new KlarertConfig.Limits(Optional.empty(), Optional.empty(), 20));
        assertThat(config.operator()).isEqualTo(new OrgNumber("991825827"));
        assertThat(config.operatorName()).isEmpty();
        assertThat(config.testLogin()).isTrue();
        assertThat(config.clientCertificates()).isEmpty();
        assertThat(config.certificates())
                .isEqualTo(new CertificateConfig(
                        List.of(),
                        List.of(),
                        CertificateConfig.Revocation.OFF,
                        List.of(),
                        UnknownStatus.REFUSED,
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(5)));
    }

    @Test
    void reads_whose_certificates_are_trusted_and_how_revocation_is_found_out() throws Exception {
        var file = Files.writeString(directory.resolve("klarert.yaml"), """
                certificates:
                  anchors: [/etc/klarert/buypass.pem, /etc/klarert/commfides.pem]
                  intermediates: /etc/klarert/between.pem
                  revocation: crl-file
                  crls: [/var/klarert/crls]
                  unknown-revocation: accept
                  revocation-timeout: 5
                  revocation-remembered: 60
                """);
        assertThat(KlarertConfig.from(Settings.read(file)).certificates())
                .isEqualTo(new CertificateConfig(
                        List.of(Path.of("/etc/klarert/buypass.pem"), Path.of("/etc/klarert/commfides.pem")),
                        List.of(Path.of("/etc/klarert/between.pem")),
                        CertificateConfig.Revocation.CRL_FILE,
                        List.of(Path.of("/var/klarert/crls")),
                        UnknownStatus.ACCEPTED,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1)));
        Files.writeString(file, "certificates: {revocation: off}");
        assertThat(KlarertConfig.from(Settings.read(file)).certificates().revocation())
                .isEqualTo(CertificateConfig.Revocation.OFF);
    }

    @Test
    void revocation_lists_and_the_mode_that_reads_them_go_together() {
        for (var half : List.of(
                Map.of("certificates.revocation", "crl-file"),
                Map.of("certificates.crls", "/var/klarert/crls"),
                Map.of("certificates.crls", "/var/klarert/crls", "certificates.revocation", "online"))) {
            assertThatThrownBy(() -> config(half))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("`certificates.crls`");
        }
    }

    @Test
    void reads_every_key_from_a_file() throws Exception {
        var secret = Files.writeString(directory.resolve("password"), "hemmelig\n");
        var file = Files.writeString(directory.resolve("klarert.yaml"), """
                mode: twin
                host: 127.0.0.1
                port: 9000
                operations-port: 9001
                base-url: https://auth.example.no/
                database: {url: "jdbc:postgresql://db/klarert", user: k, password: "file:%s", pool-size: 4}
                issuer: {key-size: 2048, token-lifetime: 60, delegation-sources: ["tt02=https://tt02.altinn.no/"]}
                network: {trusted-proxies: [10.0.0.0/8, "::1"]}
                limits: {address-rate: 5, address-burst: 6, client-rate: 7, client-burst: 8,
                  failed-authentication-cost: 9}
                operator: "974761076"
                operator-name: Skatteetaten
                test-login: false
                """.formatted(secret));
        var config = KlarertConfig.from(Settings.read(file));
        assertThat(config.network())
                .isEqualTo(new KlarertConfig.Network(
                        "127.0.0.1",
                        9000,
                        9001,
                        Optional.of(URI.create("https://auth.example.no")),
                        new TrustedProxies(
                                List.of(TrustedProxies.Range.parse("10.0.0.0/8"), TrustedProxies.Range.parse("::1")))));
        assertThat(config.database().password()).contains(new KlarertConfig.Secret("hemmelig"));
        assertThat(config.database().poolSize()).isEqualTo(4);
        assertThat(config.issuing().keys().size()).isEqualTo(2048);
        assertThat(config.issuing().delegationSources())
                .containsExactly(new DelegationSources.Named("tt02", "https://tt02.altinn.no/"));
        assertThat(config.limits())
                .isEqualTo(new KlarertConfig.Limits(
                        Optional.of(new KlarertConfig.Rate(5, 6)), Optional.of(new KlarertConfig.Rate(7, 8)), 9));
        assertThat(config.operator()).isEqualTo(new OrgNumber("974761076"));
        assertThat(config.operatorName()).contains("Skatteetaten");
        assertThat(config.testLogin()).isFalse();
        assertThat(config.toString()).doesNotContain("hemmelig");
    }

    @Test
    void reads_how_signing_keys_follow_each_other() {
        var keys = config(Map.of(
                        "issuer.key-size", "4096",
                        "issuer.key-publish-ahead", "PT2H",
                        "issuer.key-keep", "PT3H",
                        "issuer.key-lifetime", "P30D"))
                .issuing()
                .keys();
        assertThat(keys)
                .isEqualTo(new KeySettings(4096, Duration.ofHours(2), Duration.ofHours(3), Duration.ofDays(30)));
        assertThatThrownBy(() -> config(Map.of("issuer.key-lifetime", "PT24H")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`issuer.key-publish-ahead`")
                .hasMessageContaining("more than the PT24H it is published ahead");
    }

    @Test
    void reads_the_sealing_key_from_a_file_but_not_from_two_places() throws Exception {
        var file = Files.writeString(directory.resolve("key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
        var config = config(Map.of("issuer.sealing-key-file", file.toString()));
        assertThat(config.issuing().sealingKey())
                .contains(new KlarertConfig.Secret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        assertThatThrownBy(() -> config(
                        Map.of("issuer.sealing-key-file", file.toString(), "issuer.sealing-key", "file:" + file)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void reads_which_keys_of_a_keystore_the_issuers_sign_with() throws Exception {
        var password = Files.writeString(directory.resolve("pin"), "1234");
        var file = Files.writeString(directory.resolve("keystore.yaml"), """
                issuer:
                  keystore: /etc/klarert/token.cfg
                  keystore-type: pkcs11
                  keystore-password: "file:%s"
                  keystore-maskinporten: [mp-2026, "mp-2027@2027-01-01T00:00:00Z"]
                """.formatted(password));
        assertThat(KlarertConfig.from(Settings.read(file)).issuing().keystore())
                .contains(new KlarertConfig.Keystore(
                        KlarertConfig.KeystoreType.PKCS11,
                        Path.of("/etc/klarert/token.cfg"),
                        Optional.of(new KlarertConfig.Secret("1234")),
                        Map.of(
                                IssuerName.MASKINPORTEN,
                                List.of(
                                        new KeystoreKey("mp-2026", Instant.EPOCH),
                                        new KeystoreKey("mp-2027", Instant.parse("2027-01-01T00:00:00Z"))))));
    }

    @Test
    void a_keystore_needs_to_be_told_which_keys_and_keys_need_a_keystore() {
        assertThatThrownBy(() -> config(Map.of("issuer.keystore", "issuer.p12")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`issuer.keystore-maskinporten`");
        assertThatThrownBy(() -> config(Map.of("issuer.keystore-altinn", "key")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`issuer.keystore` is missing");
    }

    @Test
    void an_unknown_key_stops_the_start_and_names_the_nearest_one() {
        assertThatThrownBy(() -> config(Map.of("operation-port", "1")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("unknown key `operation-port`; did you mean `operations-port`?");
    }

    @Test
    void a_certificate_header_needs_proxies_that_may_set_it() {
        var header = "network.client-certificate-header";
        assertThat(config(Map.of(header, "Client-Cert", "network.trusted-proxies", "10.0.0.0/8"))
                        .clientCertificates())
                .contains(new ClientCertificateHeader("Client-Cert", TrustedProxies.parse("10.0.0.0/8")));
        assertThatThrownBy(() -> config(Map.of(header, "Client-Cert")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`network.trusted-proxies`");
    }

    @ParameterizedTest
    @CsvSource({
        "network.client-certificate-header,Client Cert",
        "mode,test",
        "port,65536",
        "port,http",
        "base-url,localhost:8080",
        "base-url,ftp://example.no",
        "issuer.key-size,1024",
        "issuer.key-publish-ahead,PT59S",
        "issuer.key-publish-ahead,one day",
        "issuer.key-keep,-PT1S",
        "issuer.key-lifetime,90",
        "issuer.sealing-key-file,/no/such/file",
        "issuer.keystore-type,jks",
        "issuer.keystore-maskinporten,key@tomorrow",
        "issuer.keystore-altinn,'key,'",
        "database.pool-size,1",
        "operator,123456789",
        "test-login,yes",
        "network.trusted-proxies,proxy.example.no",
        "network.trusted-proxies,10.0.0.0/33",
        "network.trusted-proxies,10.0.0.256",
        "limits.address-rate,-1",
        "limits.client-burst,0",
        "limits.failed-authentication-cost,0",
        "database.password,hemmelig",
        "certificates.revocation,perhaps",
        "certificates.unknown-revocation,maybe",
        "certificates.revocation-timeout,0",
        "certificates.revocation-timeout,11",
        "issuer.sealing-key,env:KLARERT_NO_SUCH_VARIABLE",
        "issuer.delegation-sources,tt02",
        "issuer.delegation-sources,''",
        "issuer.delegation-sources,tt02=tt02.altinn.no",
        "issuer.delegation-sources,altinn=https://tt02.altinn.no/",
        "issuer.delegation-sources,'a=https://a.example/,a=https://b.example/'",
        "issuer.delegation-sources,'a=https://a.example/,b=https://a.example/'"
    })
    void a_value_that_cannot_be_used_stops_the_start_with_its_key(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`" + key + "`");
    }

    @Test
    void production_refuses_what_suits_only_a_twin_until_it_is_allowed_by_name() throws Exception {
        var key = Files.writeString(directory.resolve("key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        var sound = new HashMap<>(Map.of(
                "mode", "production",
                "base-url", "https://auth.example.no",
                "database.url", "jdbc:postgresql://db/klarert",
                "issuer.sealing-key", "file:" + key));
        assertThat(config(sound).testLogin()).isFalse();
        assertThat(config(sound).limits())
                .isEqualTo(new KlarertConfig.Limits(
                        Optional.of(new KlarertConfig.Rate(200, 2_000)),
                        Optional.of(new KlarertConfig.Rate(100, 1_000)),
                        20));
        assertThat(config(sound).certificates().revocation()).isEqualTo(CertificateConfig.Revocation.ONLINE);
        for (var unsound : Map.of(
                        "test-login", Map.of("test-login", "true"),
                        "unchecked-revocation", Map.of("certificates.revocation", "off"),
                        "plain-http", Map.of("base-url", "http://auth.example.no"))
                .entrySet()) {
            var changed = new HashMap<>(sound);
            changed.putAll(unsound.getValue());
            assertThatThrownBy(() -> config(changed))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(unsound.getKey());
            changed.put("production.allow", unsound.getKey());
            assertThat(config(changed).mode()).isEqualTo(KlarertConfig.Mode.PRODUCTION);
        }
        for (var missing : Map.of("embedded-database", "database.url", "generated-sealing-key", "issuer.sealing-key")
                .entrySet()) {
            var changed = new HashMap<>(sound);
            changed.remove(missing.getValue());
            assertThatThrownBy(() -> config(changed))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(missing.getKey());
        }
    }
}

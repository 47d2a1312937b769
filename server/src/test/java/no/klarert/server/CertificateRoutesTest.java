package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test certificates from the twin, made with the command and used over HTTP (Maskinporten §2.4, §6.3 and §7.3). */
class CertificateRoutesTest {
    private static final String SCOPE = "altinn:authentication/systemuser.request.write";
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path data() {
        return directory.resolve("klarert");
    }

    private CommandUnderTest.Ended command(Path out, Object... more) {
        var arguments = new java.util.ArrayList<Object>(List.of("certificate", "--data", data(), "--out", out));
        arguments.addAll(List.of(more));
        return CommandUnderTest.run(arguments.toArray());
    }

    private KeyStore certificate(String organization, String profile) throws Exception {
        var file = directory.resolve(UUID.randomUUID() + ".p12");
        var ended = command(file, "--org", organization, "--profile", profile);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private TestCall.Reply ask(String clientId, KeyStore certificate, String scope) throws Exception {
        return TokenCalls.ask(server, assertion(clientId, certificate, scope, 1));
    }

    private String assertion(String clientId, KeyStore store, String scope, int certificates) throws Exception {
        var now = server.clock().instant();
        var chain = Arrays.stream(store.getCertificateChain("klarert"))
                .limit(certificates)
                .map(CertificateRoutesTest::base64)
                .toList();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertChain(chain).build(),
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .audience(ServerUnderTest.BASE + "/maskinporten/")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("scope", scope)
                        .build());
        jwt.sign(new RSASSASigner((PrivateKey) store.getKey("klarert", PASSWORD.toCharArray())));
        return jwt.serialize();
    }

    private static Base64 base64(Certificate certificate) {
        try {
            return Base64.encode(certificate.getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"legacy, virksomhetssertifikat", "eseal, CForESeal", "qc-eseal, QCForESeal"})
    void a_certificate_of_each_profile_gets_a_token_that_names_it(String profile, String method) throws Exception {
        var reply = ask(calls.clientId(SCOPE), certificate("310000019", profile), SCOPE);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var token = SignedJWT.parse(reply.json().path("access_token").asString());
        assertThat(token.getJWTClaimsSet().getStringClaim("client_amr")).isEqualTo(method);
    }

    @Test
    void the_full_chain_is_accepted_as_well() throws Exception {
        var store = certificate("310000019", "legacy");
        var reply = TokenCalls.ask(server, assertion(calls.clientId(SCOPE), store, SCOPE, 3));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @Test
    void a_certificate_of_another_organisation_is_refused_with_its_code() throws Exception {
        var reply = ask(calls.clientId(SCOPE), certificate("312880008", "legacy"), SCOPE);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(reply.json().path("error_uri").asString()).endsWith("/errors/MP-122");
    }

    @Test
    void a_certificate_of_another_twin_is_refused_with_its_code() throws Exception {
        var clientId = calls.clientId(SCOPE);
        var foreign = certificate("310000019", "legacy");
        try (var other = ServerUnderTest.start(directory.resolve("other"))) {
            var mine = server;
            server = other;
            var reply = ask(new AdministrationCalls(other).clientId(SCOPE), foreign, SCOPE);
            server = mine;
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("error_uri").asString()).endsWith("/errors/MP-120");
        }
        assertThat(ask(clientId, foreign, SCOPE).status()).isEqualTo(200);
    }

    @Test
    void the_administration_client_may_use_a_business_certificate() throws Exception {
        var administrator = ServerUnderTest.SMARTCLOUD;
        var store = certificate("310000019", "legacy");
        assertThat(ask(administrator, store, "idporten:dcr.read").text()).contains("requires pre-registered jwk");
        server.call("DELETE", AdministrationCalls.BASE + "/clients/" + administrator + "/jwks")
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .send();
        var token = ask(administrator, store, "idporten:dcr.read")
                .json()
                .path("access_token")
                .asString();
        var clients =
                server.get(AdministrationCalls.BASE + "/clients").token(token).send();
        assertThat(clients.status()).isEqualTo(200);
        assertThat(clients.text()).contains(administrator);
    }

    @Test
    void a_key_locked_to_a_certificate_is_echoed_with_it() throws Exception {
        var clientId = calls.clientId(SCOPE);
        var path = AdministrationCalls.BASE + "/clients/" + clientId + "/jwks";
        var own = lockedKey(certificate("310000019", "legacy"));
        var saved = server.post(path)
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .json(own)
                .send();
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        var shown = server.get(path)
                .token(calls.smartCloudToken("idporten:dcr.read"))
                .send();
        assertThat(shown.json().path("keys").path(0).path("x5c").path(0).asString())
                .isEqualTo(saved.json().path("keys").path(0).path("x5c").path(0).asString())
                .startsWith("MII");
        var refused = server.post(path)
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .json(lockedKey(certificate("312880008", "legacy")))
                .send();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("a certificate of 310000019");
    }

    private static String lockedKey(KeyStore store) throws Exception {
        var leaf = (java.security.cert.X509Certificate) store.getCertificate("klarert");
        var jwk = new com.nimbusds.jose.jwk.RSAKey.Builder((java.security.interfaces.RSAPublicKey) leaf.getPublicKey())
                .keyID("locked")
                .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .x509CertChain(List.of(base64(leaf)))
                .build();
        return "{\"keys\": [" + jwk.toJSONString() + "]}";
    }

    @Test
    void the_issuer_is_made_once_and_its_key_is_its_owners_alone() throws Exception {
        var authority = data().resolve("test-ca");
        var before = Files.readString(authority.resolve("chain.pem"));
        for (var file : List.of("chain.pem", "issuing.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(authority.resolve(file))))
                    .isEqualTo("rw-------");
        }
        server.close();
        server = ServerUnderTest.start(directory);
        assertThat(Files.readString(authority.resolve("chain.pem"))).isEqualTo(before);
    }

    @Test
    void the_command_says_what_is_wrong_and_writes_nothing() throws Exception {
        var out = directory.resolve("out.p12");
        assertRefused(command(out, "--org", "310000018"), "--org");
        assertRefused(command(out, "--org", "310000019", "--profile", "gold"), "legacy, eseal or qc-eseal");
        assertRefused(command(out, "--org", "310000019", "--password", "secret"), "must be a reference");
        assertThat(out).doesNotExist();
        Files.writeString(out, "mine");
        assertRefused(command(out, "--org", "310000019"), "exists already");
        assertThat(out).hasContent("mine");
        assertRefused(command(out.resolve("below-a-file.p12"), "--org", "310000019"), "cannot write");
        assertRefused(
                CommandUnderTest.run(
                        "certificate", "--data", directory.resolve("none"), "--org", "310000019", "--out", "x.p12"),
                "not a data directory");
        var production = DataDirectory.open(directory.resolve("production")).path();
        assertRefused(
                CommandUnderTest.run("certificate", "--data", production, "--org", "310000019", "--out", "x.p12"),
                "no issuer of test certificates");
    }

    private static void assertRefused(CommandUnderTest.Ended ended, String message) {
        assertThat(ended.exitCode()).isEqualTo(Main.BAD_USE);
        assertThat(ended.err()).contains(message);
    }

    @Test
    void the_password_may_come_from_a_file() throws Exception {
        var out = directory.resolve("out.p12");
        var password = Files.writeString(directory.resolve("password"), "hemmelig\n");
        var ended = command(out, "--org", "310000019", "--name", "SmartCloud AS", "--password", "file:" + password);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).doesNotContain("hemmelig");
        var store = KeyStore.getInstance(out.toFile(), "hemmelig".toCharArray());
        var leaf = (java.security.cert.X509Certificate) store.getCertificate("klarert");
        assertThat(leaf.getSubjectX500Principal().getName()).contains("O=SmartCloud AS");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that name a system user (Maskinporten §3), over HTTP. */
class SystemUserTokenRoutesTest {
    private static final String BAKERY = "313371735";
    private static final String PLUMBER = "314159268";
    private static final String REFERENCE = "kunde-4711";
    private static final UUID SYSTEM_USER = UUID.fromString("0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77");
    private static final SystemId SYSTEM = new SystemId("310000019_regnskap");

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        server.store().transactions().run(tx -> {
            server.store().systems().insert(tx, system());
            return server.store().systemUsers().insert(tx, systemUser(), "test");
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RegisteredSystem system() {
        var name = LocalizedText.of(Map.of("nb", "Regnskap", "nn", "Rekneskap", "en", "Accounting"));
        return new RegisteredSystem(
                UUID.randomUUID(),
                SYSTEM,
                new OrgNumber("310000019"),
                name,
                name,
                List.of(),
                List.of(),
                List.of(new ClientId(ServerUnderTest.SMARTCLOUD)),
                true,
                List.of(),
                false,
                server.clock().instant());
    }

    private static SystemUser systemUser() {
        return new SystemUser(
                new SystemUserId(SYSTEM_USER),
                new SystemUserRequest.Key(SYSTEM, new OrgNumber(BAKERY), new ExternalRef(REFERENCE)),
                new PartyId(51000011),
                "Regnskap",
                List.of(),
                server.clock().instant());
    }

    private static Map<String, Object> details(String owner, Map<String, Object> more) {
        var details = new java.util.LinkedHashMap<String, Object>();
        details.put("type", "urn:altinn:systemuser");
        details.put("systemuser_org", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + owner));
        details.putAll(more);
        return details;
    }

    private static TestCall.Reply ask(String client, List<Map<String, Object>> details) {
        return TokenCalls.ask(
                server,
                server.assertion(
                        client,
                        claims -> claims.claim("scope", "altinn:authentication/systemregister.write")
                                .claim("authorization_details", details)));
    }

    private static TestCall.Reply ask(Map<String, Object> details) {
        return ask(ServerUnderTest.SMARTCLOUD, List.of(details));
    }

    @Test
    void issues_a_token_that_names_the_system_user_and_the_vendor() throws ParseException {
        var reply = ask(details(BAKERY, Map.of("externalRef", REFERENCE)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("authorization_details")).isFalse();
        var claims = SignedJWT.parse(reply.json().path("access_token").asString())
                .getJWTClaimsSet()
                .getClaims();
        assertThat(claims.get("authorization_details"))
                .isEqualTo(List.of(details(
                        BAKERY,
                        Map.of("systemuser_id", List.of(SYSTEM_USER.toString()), "system_id", SYSTEM.value()))));
        assertThat(claims.get("consumer"))
                .isEqualTo(Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019"));
    }

    @Test
    void a_customer_without_a_system_user_is_refused_with_mp_303() {
        refused(
                ask(details(PLUMBER, Map.of("externalRef", REFERENCE))),
                "invalid_altinn_customer_configuration",
                "MP-303");
    }

    @Test
    void a_missing_or_other_external_reference_is_refused_with_mp_303() {
        refused(ask(details(BAKERY, Map.of())), "invalid_altinn_customer_configuration", "MP-303");
        refused(
                ask(details(BAKERY, Map.of("externalRef", "kunde-4712"))),
                "invalid_altinn_customer_configuration",
                "MP-303");
    }

    @Test
    void another_vendors_client_is_refused_with_mp_303() {
        refused(
                ask(ServerUnderTest.NORDLYS, List.of(details(BAKERY, Map.of("externalRef", REFERENCE)))),
                "invalid_altinn_customer_configuration",
                "MP-303");
    }

    @Test
    void malformed_details_are_refused_with_the_code_for_each() {
        var error = "invalid_authorization_details";
        var sound = details(BAKERY, Map.of("externalRef", REFERENCE));
        refused(ask(details(BAKERY, Map.of("type", "urn:altinn:consent"))), error, "MP-301");
        refused(ask(details(BAKERY, Map.of("external_ref", REFERENCE))), error, "MP-302");
        refused(ask(details(BAKERY, Map.of("externalRef", "a b"))), error, "MP-302");
        refused(ask(details("313371734", Map.of())), error, "MP-303");
        refused(ask(ServerUnderTest.SMARTCLOUD, List.of(sound, sound)), error, "MP-303");
    }

    private static void refused(TestCall.Reply reply, String error, String code) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo(error);
        assertThat(reply.json().path("error_uri").asString()).endsWith("/errors/" + code);
    }
}

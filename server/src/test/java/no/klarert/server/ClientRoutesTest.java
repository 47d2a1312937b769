package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** API consumers' clients (Maskinporten §7.1), over HTTP. */
class ClientRoutesTest {
    private static final String CLIENTS = AdministrationCalls.BASE + "/clients";
    private static final String SCOPE = "altinn:authentication/systemuser.request.write";

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

    private TestCall writing(TestCall call) {
        return call.token(calls.smartCloudToken("idporten:dcr.write"));
    }

    private TestCall reading(TestCall call) {
        return call.token(calls.smartCloudToken("idporten:dcr.read"));
    }

    private ObjectNode read(String clientId) {
        return (ObjectNode) reading(server.get(CLIENTS + "/" + clientId)).send().json();
    }

    private void refused(int status, String message, Supplier<TestCall> call) {
        var sent = call.get();
        var before = calls.state();
        var reply = sent.send();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(AdministrationCalls.firstError(reply).path("objectName").asString())
                .isEqualTo("Client");
        assertThat(reply.json().path("error_description").asString()).contains(message);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void creates_a_client_and_answers_with_the_whole_of_it() {
        var reply = writing(server.post(CLIENTS + "/"))
                .json(AdministrationCalls.client(SCOPE))
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames())
                .containsExactly(
                        "client_id",
                        "client_name",
                        "description",
                        "integration_type",
                        "application_type",
                        "token_endpoint_auth_method",
                        "grant_types",
                        "scopes",
                        "client_orgno",
                        "access_token_lifetime",
                        "onbehalfof",
                        "active",
                        "created",
                        "last_updated");
        var id = reply.json().path("client_id").asString();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(reply.json().path("client_orgno").asString()).isEqualTo("310000019");
        assertThat(read(id)).isEqualTo(reply.json());
    }

    @Test
    void takes_the_short_grant_type() {
        var body = AdministrationCalls.client(SCOPE)
                .replace("urn:ietf:params:oauth:grant-type:jwt-bearer", "jwt_bearer_token");
        assertThat(writing(server.post(CLIENTS)).json(body).send().status()).isEqualTo(200);
    }

    @Test
    void keeps_and_echoes_what_only_other_kinds_of_client_use() {
        var unused = """
                "authorization_lifetime": 7200, "refresh_token_lifetime": 600, "refresh_token_usage": "ONETIME",
                "redirect_uris": ["https://x.example/a?b=c"], "post_logout_redirect_uris": [],
                "frontchannel_logout_uri": "https://x.example/ut", "frontchannel_logout_session_required": true,
                "client_uri": "https://x.example", "sso_disabled": true""";
        var body = AdministrationCalls.client(SCOPE).replaceFirst("\\{", "{" + unused + ", \"unheard_of\": 1, ");
        var created = writing(server.post(CLIENTS)).json(body).send();
        assertThat(created.status()).isEqualTo(200);
        var sent = (ObjectNode) Json.read(("{" + unused + "}").getBytes(StandardCharsets.UTF_8));
        var kept = read(created.json().path("client_id").asString());
        assertThat(kept).isEqualTo(created.json());
        sent.properties()
                .forEach(member -> assertThat(kept.get(member.getKey())).isEqualTo(member.getValue()));
        assertThat(kept.has("unheard_of")).isFalse();
    }

    @Test
    void refuses_more_of_what_it_does_not_use_than_it_keeps() {
        var uris = "\"https://x.example/" + "a".repeat(1_000) + "\",";
        var body = AdministrationCalls.client(SCOPE)
                .replaceFirst("\\{", "{\"redirect_uris\": [" + uris.repeat(17) + "\"x\"], ");
        refused(400, "at most 16384", () -> writing(server.post(CLIENTS)).json(body));
    }

    @Test
    void reports_every_fault_at_once_with_its_place() {
        var reply = writing(server.post(CLIENTS)).json("""
                {"client_id": "x", "description": "", "client_orgno": "312880007", "active": false, "jwks": {},
                 "jwks_uri": "https://x.example/jwks", "redirect_uris": "https://x.example", "sso_disabled": 1,
                 "refresh_token_usage": "TWICE", "authorization_lifetime": -1,
                 "scopes": ["altinn:authorization/authorize", "no colon", 7], "access_token_lifetime": "long"}
                """).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsString("fieldIdentifier"))
                .contains(
                        "client_id",
                        "client_name",
                        "description",
                        "client_orgno",
                        "active",
                        "jwks",
                        "jwks_uri",
                        "redirect_uris",
                        "sso_disabled",
                        "refresh_token_usage",
                        "authorization_lifetime",
                        "integration_type",
                        "access_token_lifetime");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maskinporten\"|\"idporten\"|integration_type",
                "\"web\"|\"native\"|application_type",
                "\"private_key_jwt\"|\"client_secret_basic\"|token_endpoint_auth_method",
                "urn:ietf:params:oauth:grant-type:jwt-bearer|client_credentials|grant_types",
                "turboskatt\"|\"|client_name",
                "systemuser.request.write|no.such|unknown scope",
                "altinn:authentication/systemuser.request.write|altinn:portal/enduser|unknown scope",
                "altinn:authentication/systemuser.request.write|skatteetaten:api|not for Maskinporten"
            })
    void refuses_a_value_that_is_not_allowed(String sound, String wrong, String message) {
        server.post(AdministrationCalls.BASE + "/scopes")
                .token(calls.scopesToken())
                .json(AdministrationCalls.scope("skatteetaten", "api").replace("maskinporten", "api_klient"))
                .send();
        var body = AdministrationCalls.client(SCOPE).replaceFirst(sound, wrong);
        refused(400, message, () -> writing(server.post(CLIENTS)).json(body));
    }

    @Test
    void refuses_what_is_not_json_as_we_accept_it() {
        refused(400, "not well-formed", () -> writing(server.post(CLIENTS)).json("{"));
        refused(400, "same member twice", () -> writing(server.post(CLIENTS)).json("{\"a\": 1, \"a\": 2}"));
        refused(400, "nested deeper", () -> writing(server.post(CLIENTS)).json("[".repeat(100_000)));
        refused(400, "U+0000", () -> writing(server.post(CLIENTS)).json("{\"client_name\": \"a\\u0000b\"}"));
        refused(413, "larger than", () -> writing(server.post(CLIENTS)).json("\"" + "a".repeat(300_000) + "\""));
        refused(415, "content type", () -> writing(server.post(CLIENTS)).form("client_name=turboskatt"));
    }

    @Test
    void lists_ones_own_clients_and_the_deactivated_only_when_asked() {
        var id = calls.clientId(SCOPE);
        assertThat(reading(server.get(CLIENTS)).send().json().findValuesAsString("client_id"))
                .contains(id, ServerUnderTest.SMARTCLOUD)
                .doesNotContain(ServerUnderTest.NORDLYS);
        assertThat(writing(server.call("DELETE", CLIENTS + "/" + id)).send().status())
                .isEqualTo(200);
        assertThat(reading(server.get(CLIENTS)).send().text()).doesNotContain(id);
        assertThat(reading(server.get(CLIENTS + "?inactive=true")).send().text())
                .contains(id);
        assertThat(read(id).path("active").asBoolean()).isFalse();
    }

    @Test
    void replaces_a_client_with_what_was_read_and_changed() {
        var id = calls.clientId(SCOPE);
        var changed = read(id).put("client_name", "nytt navn").put("access_token_lifetime", 60);
        var reply = writing(server.call("PUT", CLIENTS + "/" + id))
                .json(changed.toString())
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(read(id).path("client_name").asString()).isEqualTo("nytt navn");
        assertThat(read(id).path("access_token_lifetime").asInt()).isEqualTo(60);
    }

    @Test
    void refuses_to_change_what_never_changes() {
        var id = calls.clientId(SCOPE);
        var sound = read(id);
        var url = CLIENTS + "/" + id;
        refused(
                400,
                "client_id",
                () -> writing(server.call("PUT", url))
                        .json(sound.deepCopy().put("client_id", "another").toString()));
        refused(
                400,
                "client_orgno",
                () -> writing(server.call("PUT", url))
                        .json(sound.deepCopy().put("client_orgno", "312880008").toString()));
        refused(
                400,
                "supplier_orgno",
                () -> writing(server.call("PUT", url))
                        .json(sound.deepCopy()
                                .put("supplier_orgno", "312880008")
                                .toString()));
    }

    @Test
    void a_put_deactivates_and_reactivates_a_client() {
        var id = calls.clientId(SCOPE);
        var url = CLIENTS + "/" + id;
        var off = read(id).put("active", false).toString();
        assertThat(writing(server.call("PUT", url)).json(off).send().status()).isEqualTo(200);
        assertThat(read(id).path("active").asBoolean()).isFalse();
        refused(
                409,
                "a PUT with `active` true",
                () -> writing(server.call("PUT", url)).json(off));
        var on = read(id).put("active", true).toString();
        assertThat(writing(server.call("PUT", url)).json(on).send().status()).isEqualTo(200);
        assertThat(read(id).path("active").asBoolean()).isTrue();
        assertThat(reading(server.get(CLIENTS)).send().text()).contains(id);
    }

    @Test
    void what_was_read_can_be_written_back_whatever_became_of_its_scopes() {
        calls.createScope("kravogbetalinger");
        var id = calls.clientId(AdministrationCalls.SCOPE);
        server.call(
                        "DELETE",
                        AdministrationCalls.BASE + "/scopes" + AdministrationCalls.query(AdministrationCalls.SCOPE))
                .token(calls.scopesToken())
                .send();
        assertThat(writing(server.call("PUT", CLIENTS + "/" + id))
                        .json(read(id).toString())
                        .send()
                        .status())
                .isEqualTo(200);
        refused(
                400,
                "unknown scope",
                () -> writing(server.post(CLIENTS)).json(AdministrationCalls.client(AdministrationCalls.SCOPE)));
    }

    @Test
    void a_private_scope_is_unknown_to_whoever_never_had_to_do_with_it() {
        server.post(AdministrationCalls.BASE + "/scopes")
                .token(calls.scopesToken())
                .json(AdministrationCalls.scope("skatteetaten", "kravogbetalinger")
                        .replace("PUBLIC", "PRIVATE"))
                .send();
        var body = AdministrationCalls.client(AdministrationCalls.SCOPE);
        refused(400, "unknown scope", () -> writing(server.post(CLIENTS)).json(body));
        calls.access("PUT", AdministrationCalls.SCOPE, "310000019");
        assertThat(writing(server.post(CLIENTS)).json(body).send().status()).isEqualTo(200);
    }

    @Test
    void has_neither_entries_of_others_nor_secrets() {
        var one = CLIENTS + "/" + calls.clientId(SCOPE);
        assertThat(reading(server.get(one + "/onbehalfof")).send().text()).isEqualTo("[]");
        refused(
                400,
                "neither secrets",
                () -> writing(server.post(one + "/onbehalfof")).json("{}"));
        refused(400, "neither secrets", () -> writing(server.post(one + "/secret")));
        refused(
                403,
                "does not belong",
                () -> writing(server.post(CLIENTS + "/" + ServerUnderTest.NORDLYS + "/secret")));
    }

    @Test
    void a_private_key_in_a_registration_is_refused_and_not_kept() {
        for (var member : List.of("description", "client_name", "client_uri")) {
            var body = AdministrationCalls.client(SCOPE)
                    .replaceFirst("\"description\": \"Turboskatt, test\", ", "")
                    .replaceFirst("\\{", "{\"" + member + "\": \"-----BEGIN PRIVATE KEY-----\\\\nMIIEvQ\", ");
            refused(
                    400,
                    "private key material",
                    () -> writing(server.post(CLIENTS)).json(body));
        }
    }

    @Test
    void a_deactivated_client_gets_no_token_and_cannot_be_changed() {
        var body = read(ServerUnderTest.SMARTCLOUD).without("active").toString();
        var token = calls.smartCloudToken("idporten:dcr.write");
        var url = CLIENTS + "/" + ServerUnderTest.SMARTCLOUD;
        assertThat(server.call("DELETE", url).token(token).send().status()).isEqualTo(200);
        var assertion =
                server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", "idporten:dcr.read"));
        assertThat(TokenCalls.ask(server, assertion).json().path("error_uri").asString())
                .endsWith("MP-100");
        refused(409, "deactivated", () -> server.call("PUT", url).token(token).json(body));
    }

    @Test
    void others_neither_see_nor_touch_a_client() {
        var nordlys = CLIENTS + "/" + ServerUnderTest.NORDLYS;
        refused(403, "does not belong", () -> reading(server.get(nordlys)));
        refused(403, "does not belong", () -> writing(server.call("DELETE", nordlys)));
        refused(
                403,
                "does not belong",
                () -> writing(server.call("PUT", nordlys)).json(AdministrationCalls.client(SCOPE)));
    }

    @Test
    void there_is_nothing_at_an_unknown_client() {
        for (var id : List.of(UUID.randomUUID().toString(), "a%20b", "%01")) {
            refused(404, "no", () -> reading(server.get(CLIENTS + "/" + id)));
        }
    }

    @Test
    void reading_and_writing_need_each_their_scope() {
        var before = calls.state();
        var one = CLIENTS + "/" + ServerUnderTest.SMARTCLOUD;
        assertThat(server.get(CLIENTS).send().status()).isEqualTo(401);
        assertThat(server.post(CLIENTS).json("{").send().status()).isEqualTo(401);
        assertThat(writing(server.get(CLIENTS)).send().status()).isEqualTo(403);
        assertThat(writing(server.get(one)).send().status()).isEqualTo(403);
        assertThat(reading(server.post(CLIENTS)).json("{").send().status()).isEqualTo(403);
        assertThat(reading(server.call("PUT", one)).json("{").send().status()).isEqualTo(403);
        assertThat(reading(server.call("DELETE", one)).send().status()).isEqualTo(403);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void refuses_another_method() {
        var reply = writing(server.call("PATCH", CLIENTS)).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, POST");
        assertThat(reading(server.call("HEAD", CLIENTS)).send().status()).isEqualTo(200);
    }
}

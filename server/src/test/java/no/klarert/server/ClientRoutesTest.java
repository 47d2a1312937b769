package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

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
    void takes_the_short_grant_type_and_ignores_what_only_other_kinds_of_client_use() {
        var body = AdministrationCalls.client(SCOPE)
                .replace("urn:ietf:params:oauth:grant-type:jwt-bearer", "jwt_bearer_token")
                .replaceFirst("\\{", "{\"redirect_uris\": [\"https://x.example\"], \"sso_disabled\": true, ");
        assertThat(writing(server.post(CLIENTS)).json(body).send().status()).isEqualTo(200);
    }

    @Test
    void reports_every_fault_at_once_with_its_place() {
        var reply = writing(server.post(CLIENTS)).json("""
                {"client_id": "x", "description": "", "client_orgno": "312880008", "active": false, "jwks": {},
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
                "altinn:authentication/systemuser.request.write|altinn:portal/enduser|not for Maskinporten"
            })
    void refuses_a_value_that_is_not_allowed(String sound, String wrong, String message) {
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
                "DELETE",
                () -> writing(server.call("PUT", url))
                        .json(sound.deepCopy().put("active", false).toString()));
    }

    @Test
    void a_deactivated_client_gets_no_token_and_cannot_be_changed() {
        var body = read(ServerUnderTest.SMARTCLOUD).toString();
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

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use which scope (Maskinporten §6.4), over HTTP, and what tokens come of it. */
class ScopeAccessRoutesTest {
    private static final String SCOPE = AdministrationCalls.SCOPE;
    private static final String SMARTCLOUD = "310000019";
    private static final String ACCESSES = AdministrationCalls.BASE + "/scopes/access";

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
        calls.createScope("kravogbetalinger");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void grants_a_scope_once_however_often_it_is_asked() {
        var granted = calls.access("PUT", SCOPE, SMARTCLOUD);
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json().propertyNames())
                .containsExactly(
                        "scope", "state", "prefix", "created", "last_updated", "consumer_orgno", "owner_orgno");
        assertThat(granted.json().path("state").asString()).isEqualTo("APPROVED");
        assertThat(granted.json().path("prefix").isNull()).isTrue();
        assertThat(granted.json().path("consumer_orgno").asString()).isEqualTo(SMARTCLOUD);
        var before = calls.state();
        assertThat(calls.access("PUT", SCOPE, SMARTCLOUD).json()).isEqualTo(granted.json());
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void an_access_counts_from_the_next_token_until_it_is_revoked() {
        var clientId = calls.clientId(SCOPE);
        var key = server.clientKey(ServerUnderTest.SMARTCLOUD);
        server.post(AdministrationCalls.BASE + "/clients/" + clientId + "/jwks")
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .json("{\"keys\": [" + ClientKeyRoutesTest.registrable(key) + "]}")
                .send();
        assertThat(code(clientId)).isEqualTo("MP-250");
        calls.access("PUT", SCOPE, SMARTCLOUD);
        assertThat(code(clientId)).isEqualTo("issued");
        var revoked = calls.access("DELETE", SCOPE, SMARTCLOUD);
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().path("state").asString()).isEqualTo("DENIED");
        assertThat(code(clientId)).isEqualTo("MP-250");
        calls.access("PUT", SCOPE, SMARTCLOUD);
        server.call("DELETE", AdministrationCalls.BASE + "/scopes" + AdministrationCalls.query(SCOPE))
                .token(calls.scopesToken())
                .send();
        assertThat(code(clientId)).isEqualTo("MP-201");
    }

    private String code(String clientId) {
        var assertion = server.assertion(
                clientId, server.clientKey(ServerUnderTest.SMARTCLOUD), claims -> claims.claim("scope", SCOPE));
        var reply = TokenCalls.ask(server, assertion);
        var uri = reply.json().path("error_uri").asString("");
        return reply.status() == 200 ? "issued" : uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Test
    void owner_and_consumer_see_the_access() {
        calls.access("PUT", SCOPE, SMARTCLOUD);
        var ofScope = server.get(ACCESSES + AdministrationCalls.query(SCOPE))
                .token(calls.scopesToken())
                .send();
        assertThat(ofScope.json()).hasSize(1);
        var own = server.get(ACCESSES + "/all")
                .token(calls.smartCloudToken("idporten:dcr.read"))
                .send();
        assertThat(own.json().findValuesAsString("scope")).contains(SCOPE, "idporten:dcr.read");
        assertThat(own.json().findValuesAsString("consumer_orgno")).containsOnly(SMARTCLOUD);
    }

    @Test
    void refuses_to_grant_what_is_not_ones_own_or_does_not_exist() {
        refused("PUT", "altinn:authorization/authorize", SMARTCLOUD, 403);
        refused("PUT", "skatteetaten:unknown", SMARTCLOUD, 404);
        refused("DELETE", SCOPE, SMARTCLOUD, 404);
        refused("PUT", SCOPE, "310000018", 400);
        refused("PUT", SCOPE, "all", 400);
    }

    @Test
    void refuses_to_grant_a_deactivated_scope() {
        server.call("DELETE", AdministrationCalls.BASE + "/scopes" + AdministrationCalls.query(SCOPE))
                .token(calls.scopesToken())
                .send();
        refused("PUT", SCOPE, SMARTCLOUD, 409);
    }

    private void refused(String method, String scope, String consumer, int status) {
        var before = calls.state();
        var reply = calls.access(method, scope, consumer);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(AdministrationCalls.firstError(reply).path("objectName").asString())
                .isEqualTo("ScopeAccess");
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void another_organisation_does_not_see_who_has_access() {
        var reply = server.get(ACCESSES + AdministrationCalls.query("altinn:authorization/authorize"))
                .token(calls.scopesToken())
                .send();
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void a_consumer_cannot_grant_itself_a_scope() {
        var before = calls.state();
        var reply = server.call("PUT", ACCESSES + "/" + SMARTCLOUD + AdministrationCalls.query(SCOPE))
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .send();
        assertThat(reply.status()).isEqualTo(403);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void the_owners_token_needs_the_scope_for_it() {
        var before = calls.state();
        var one = ACCESSES + "/" + SMARTCLOUD + AdministrationCalls.query(SCOPE);
        for (var call : List.of(
                server.call("PUT", one),
                server.call("DELETE", one),
                server.get(ACCESSES + AdministrationCalls.query(SCOPE)))) {
            var reply = call.token(server.token(ServerUnderTest.SKATTEETATEN, "idporten:dcr.write"))
                    .send();
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
        }
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void refuses_calls_without_a_token_and_other_methods() {
        assertThat(server.get(ACCESSES + "/all").send().status()).isEqualTo(401);
        assertThat(server.get(ACCESSES + AdministrationCalls.query(SCOPE))
                        .send()
                        .status())
                .isEqualTo(401);
        var reply = server.post(ACCESSES + "/" + SMARTCLOUD).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("DELETE, PUT");
    }
}

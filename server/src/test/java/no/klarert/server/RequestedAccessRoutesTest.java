package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access to scopes that consumers ask for and owners decide on (Maskinporten §6.4), over HTTP. */
class RequestedAccessRoutesTest {
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

    private TestCall.Reply request(String scope) {
        return server.post(ACCESSES + AdministrationCalls.query(scope))
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .send();
    }

    private String state(TestCall.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().path("state").asString();
    }

    private TestCall.Reply requests() {
        return server.get(ACCESSES + "/requests").token(calls.scopesToken()).send();
    }

    private void refused(int status, String scope) {
        var before = calls.state();
        var reply = request(scope);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void a_request_waits_for_the_owner_and_gives_no_token() {
        var asked = request(SCOPE);
        assertThat(state(asked)).isEqualTo("REQUESTED");
        assertThat(asked.json().path("consumer_orgno").asString()).isEqualTo(SMARTCLOUD);
        assertThat(asked.json().path("owner_orgno").asString()).isEqualTo("974761076");
        assertThat(requests().json()).containsExactly(asked.json());
        var client = calls.clientId(SCOPE);
        server.post(AdministrationCalls.BASE + "/clients/" + client + "/jwks")
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .json("{\"keys\": [" + ClientKeyRoutesTest.registrable(server.clientKey(ServerUnderTest.SMARTCLOUD))
                        + "]}")
                .send();
        assertThat(token(client)).isEqualTo(400);
        assertThat(state(calls.access("PUT", SCOPE, SMARTCLOUD))).isEqualTo("APPROVED");
        assertThat(token(client)).isEqualTo(200);
        assertThat(requests().json()).isEmpty();
    }

    private int token(String client) {
        var assertion = server.assertion(
                client, server.clientKey(ServerUnderTest.SMARTCLOUD), claims -> claims.claim("scope", SCOPE));
        return TokenCalls.ask(server, assertion).status();
    }

    @Test
    void asking_again_changes_nothing_and_takes_nothing_away() {
        request(SCOPE);
        var before = calls.state();
        assertThat(state(request(SCOPE))).isEqualTo("REQUESTED");
        assertThat(calls.state()).isEqualTo(before);
        calls.access("PUT", SCOPE, SMARTCLOUD);
        var granted = calls.state();
        assertThat(state(request(SCOPE))).isEqualTo("APPROVED");
        assertThat(calls.state()).isEqualTo(granted);
    }

    @Test
    void the_owner_turns_a_request_down_and_the_consumer_may_ask_again() {
        request(SCOPE);
        assertThat(state(calls.access("DELETE", SCOPE, SMARTCLOUD))).isEqualTo("DENIED");
        assertThat(requests().json()).isEmpty();
        assertThat(state(request(SCOPE))).isEqualTo("REQUESTED");
    }

    @Test
    void lists_are_narrowed_to_states() {
        request(SCOPE);
        var owners = ACCESSES + AdministrationCalls.query(SCOPE);
        assertThat(server.get(owners + "&state=APPROVED&state=DENIED")
                        .token(calls.scopesToken())
                        .send()
                        .json())
                .isEmpty();
        assertThat(server.get(owners + "&state=REQUESTED")
                        .token(calls.scopesToken())
                        .send()
                        .json())
                .hasSize(1);
        var reader = calls.smartCloudToken("idporten:dcr.read");
        assertThat(server.get(ACCESSES + "/all?state=REQUESTED")
                        .token(reader)
                        .send()
                        .json()
                        .findValuesAsString("scope"))
                .containsExactly(SCOPE);
        assertThat(server.get(ACCESSES + "/all?state=WISHED")
                        .token(reader)
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refuses_scopes_that_are_unknown_hidden_deactivated_or_for_everyone() {
        refused(404, "skatteetaten:unknown");
        refused(404, "altinn:maskinporten/systemuser.read");
        create(AdministrationCalls.scope("skatteetaten", "hemmelig").replace("PUBLIC", "PRIVATE"));
        refused(404, "skatteetaten:hemmelig");
        calls.access("PUT", "skatteetaten:hemmelig", SMARTCLOUD);
        assertThat(state(request("skatteetaten:hemmelig"))).isEqualTo("APPROVED");
        create(AdministrationCalls.scope("skatteetaten", "alle")
                .replaceFirst("\\{", "{\"accessible_for_all\": true, "));
        refused(409, "skatteetaten:alle");
        server.call("DELETE", AdministrationCalls.BASE + "/scopes" + AdministrationCalls.query(SCOPE))
                .token(calls.scopesToken())
                .send();
        refused(404, SCOPE);
        refused(400, "no-scope");
    }

    private void create(String scope) {
        assertThat(server.post(AdministrationCalls.BASE + "/scopes")
                        .token(calls.scopesToken())
                        .json(scope)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_side_needs_its_own_scope() {
        var reader = calls.smartCloudToken("idporten:dcr.read");
        var supplier = TestGrants.token(server, ServerUnderTest.SMARTCLOUD, "idporten:dcr.supplier");
        var before = calls.state();
        var url = ACCESSES + AdministrationCalls.query(SCOPE);
        assertThat(server.post(url).send().status()).isEqualTo(401);
        for (var token : List.of(reader, supplier)) {
            assertThat(server.post(url).token(token).send().status()).isEqualTo(403);
            assertThat(server.get(ACCESSES + "/requests").token(token).send().status())
                    .isEqualTo(403);
        }
        assertThat(server.get(ACCESSES + "/requests").send().status()).isEqualTo(401);
        assertThat(calls.state()).isEqualTo(before);
    }
}

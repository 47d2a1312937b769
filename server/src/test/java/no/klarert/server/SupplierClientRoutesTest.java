package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that SmartCloud makes as a supplier for Nordlys (Maskinporten §6.3 and §7.2), over HTTP. */
class SupplierClientRoutesTest {
    private static final String CLIENTS = AdministrationCalls.BASE + "/clients";
    private static final String SCOPE = AdministrationCalls.SCOPE;
    private static final String SMARTCLOUD = "310000019";
    private static final String NORDLYS = "312880008";

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;
    private String supplier;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
        calls.createScope("kravogbetalinger");
        supplier = TestGrants.token(server, ServerUnderTest.SMARTCLOUD, "idporten:dcr.supplier");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String clientOf(String owner, String... scopes) {
        return AdministrationCalls.client(scopes).replaceFirst("\\{", "{\"client_orgno\": \"" + owner + "\", ");
    }

    private TestCall.Reply create(String token, String body) {
        return server.post(CLIENTS).token(token).json(body).send();
    }

    private String supplied() {
        var reply = create(supplier, clientOf(NORDLYS, SCOPE));
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().path("client_id").asString();
    }

    private void refused(int status, String message, String token, String body) {
        var before = calls.state();
        var reply = create(token, body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error_description").asString()).contains(message);
        assertThat(calls.state()).isEqualTo(before);
    }

    private List<String> listed(String token) {
        return server.get(CLIENTS).token(token).send().json().findValuesAsString("client_id");
    }

    @Test
    void makes_a_client_of_the_other_organisation_with_itself_as_supplier() {
        var client = create(supplier, clientOf(NORDLYS, SCOPE)).json();
        assertThat(client.path("client_orgno").asString()).isEqualTo(NORDLYS);
        assertThat(client.path("supplier_orgno").asString()).isEqualTo(SMARTCLOUD);
    }

    @Test
    void each_token_reaches_its_own_clients_or_the_supplied_ones_or_both() {
        var id = supplied();
        assertThat(listed(supplier)).containsExactly(id);
        assertThat(listed(calls.smartCloudToken("idporten:dcr.read"))).doesNotContain(id);
        assertThat(listed(calls.smartCloudToken("idporten:dcr.read idporten:dcr.supplier")))
                .contains(id, ServerUnderTest.SMARTCLOUD);
        assertThat(listed(server.token(ServerUnderTest.NORDLYS, "idporten:dcr.read")))
                .contains(id, ServerUnderTest.NORDLYS);
        assertThat(server.get(CLIENTS + "/" + ServerUnderTest.SMARTCLOUD)
                        .token(supplier)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(server.get(CLIENTS + "/" + id)
                        .token(calls.smartCloudToken("idporten:dcr.read"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void its_tokens_are_the_owners_and_need_the_owners_access() {
        var id = supplied();
        var key = server.clientKey(ServerUnderTest.SMARTCLOUD);
        var set = "{\"keys\": [" + ClientKeyRoutesTest.registrable(key) + "]}";
        assertThat(server.post(CLIENTS + "/" + id + "/jwks")
                        .token(supplier)
                        .json(set)
                        .send()
                        .status())
                .isEqualTo(200);
        calls.access("PUT", SCOPE, SMARTCLOUD);
        assertThat(ask(id, Map.of()).json().path("error_uri").asString()).endsWith("MP-250");
        calls.access("PUT", SCOPE, NORDLYS);
        assertThat(ask(id, Map.of()).status()).isEqualTo(200);
    }

    private TestCall.Reply ask(String id, Map<String, Object> claims) {
        var assertion = server.assertion(id, server.clientKey(ServerUnderTest.SMARTCLOUD), builder -> {
            builder.claim("scope", SCOPE);
            claims.forEach(builder::claim);
            return builder;
        });
        return TokenCalls.ask(server, assertion);
    }

    @Test
    void gets_neither_system_user_tokens_nor_delegated_ones() {
        var id = supplied();
        server.post(CLIENTS + "/" + id + "/jwks")
                .token(supplier)
                .json("{\"keys\": [" + ClientKeyRoutesTest.registrable(server.clientKey(ServerUnderTest.SMARTCLOUD))
                        + "]}")
                .send();
        calls.access("PUT", SCOPE, NORDLYS);
        var systemUser = Map.of(
                "type",
                "urn:altinn:systemuser",
                "systemuser_org",
                Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + NORDLYS));
        var refused = ask(id, Map.of("authorization_details", List.of(systemUser)));
        assertThat(refused.json().path("error_uri").asString()).endsWith("MP-303");
        assertThat(refused.json().path("error_description").asString()).contains("supplier");
        var delegated = ask(id, Map.of("consumer_org", SMARTCLOUD));
        assertThat(delegated.json().path("error").asString()).isEqualTo("invalid_request");
        assertThat(delegated.json().path("error_description").asString()).contains("supplier");
    }

    @Test
    void the_owner_may_stop_it_and_the_supplier_may_start_it_again() {
        var one = CLIENTS + "/" + supplied();
        var owner = server.token(ServerUnderTest.NORDLYS, "idporten:dcr.write");
        assertThat(server.call("DELETE", one).token(owner).send().status()).isEqualTo(200);
        var read = server.get(one).token(supplier).send();
        assertThat(read.json().path("active").asBoolean()).isFalse();
        var reply = server.call("PUT", one)
                .token(supplier)
                .json(read.text().replace("\"active\":false", "\"active\":true"))
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("supplier_orgno").asString()).isEqualTo(SMARTCLOUD);
    }

    @Test
    void refuses_whom_the_token_may_not_make_a_client_for() {
        refused(400, "client_orgno: must be another", supplier, AdministrationCalls.client(SCOPE));
        refused(400, "client_orgno: must be another", supplier, clientOf(SMARTCLOUD, SCOPE));
        refused(
                400,
                "need `idporten:dcr.supplier`",
                calls.smartCloudToken("idporten:dcr.write"),
                clientOf(NORDLYS, SCOPE));
        refused(400, "client_orgno: ", supplier, clientOf("312880007", SCOPE));
        refused(
                400,
                "supplier_orgno: is assigned here",
                supplier,
                clientOf(NORDLYS, SCOPE).replaceFirst("\\{", "{\"supplier_orgno\": \"974761076\", "));
    }

    @Test
    void refuses_scopes_with_which_a_supplier_would_be_master_of_its_customers() {
        TestGrants.token(server, ServerUnderTest.NORDLYS, "altinn:resourceregistry/resource.write");
        for (var scope : List.of(
                "idporten:dcr.write",
                "altinn:authentication/systemregister.write",
                "altinn:clientdelegations.write",
                "altinn:resourceregistry/resource.write")) {
            refused(400, "not for clients that a supplier makes", supplier, clientOf(NORDLYS, scope));
        }
        var one = CLIENTS + "/" + supplied();
        var before = calls.state();
        var owner = server.token(ServerUnderTest.NORDLYS, "idporten:dcr.write");
        assertThat(server.call("PUT", one)
                        .token(owner)
                        .json(AdministrationCalls.client("idporten:dcr.write"))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void another_supplier_reaches_nothing_of_it() {
        var one = CLIENTS + "/" + supplied();
        var other = TestGrants.token(server, ServerUnderTest.SKATTEETATEN, "idporten:dcr.supplier");
        var before = calls.state();
        for (var call : List.of(
                server.get(one),
                server.get(one + "/jwks"),
                server.call("DELETE", one),
                server.call("DELETE", one + "/jwks"),
                server.call("PUT", one).json(AdministrationCalls.client(SCOPE)))) {
            assertThat(call.token(other).send().status()).isEqualTo(403);
        }
        assertThat(listed(other)).isEmpty();
        assertThat(server.get(CLIENTS + "/" + UUID.randomUUID())
                        .token(other)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(calls.state()).isEqualTo(before);
    }
}

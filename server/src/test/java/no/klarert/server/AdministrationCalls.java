package no.klarert.server;

import java.util.List;
import no.klarert.issuer.Page;
import no.klarert.issuer.ScopeAccess;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import tools.jackson.databind.JsonNode;

/** Calls to the administration interfaces, as organisations of the story's world make them. */
record AdministrationCalls(ServerUnderTest server) {
    static final String BASE = "/samarbeid/api/v1";
    static final String SCOPE = "skatteetaten:kravogbetalinger";

    /** The scope tokens of the story's organisations for these interfaces. */
    String scopesToken() {
        return server.token(ServerUnderTest.SKATTEETATEN, "idporten:scopes.write");
    }

    String smartCloudToken(String scope) {
        return server.token(ServerUnderTest.SMARTCLOUD, scope);
    }

    static String query(String scope) {
        return "?scope=" + TokenCalls.encoded(scope);
    }

    TestCall.Reply createScope(String subscope) {
        return server.post(BASE + "/scopes")
                .token(scopesToken())
                .json(scope("skatteetaten", subscope))
                .send();
    }

    static String scope(String prefix, String subscope) {
        return """
                {"prefix": "%s", "subscope": "%s", "description": "Krav og betalinger", "visibility": "PUBLIC",
                 "allowed_integration_types": ["maskinporten"], "at_max_age": 120, "authorization_max_lifetime": 120}
                """.formatted(prefix, subscope);
    }

    TestCall.Reply access(String method, String scope, String consumer) {
        return server.call(method, BASE + "/scopes/access/" + consumer + query(scope))
                .token(scopesToken())
                .send();
    }

    static String client(String... scopes) {
        return """
                {"client_name": "turboskatt", "description": "Turboskatt, test", "integration_type": "maskinporten",
                 "application_type": "web", "token_endpoint_auth_method": "private_key_jwt",
                 "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"], "scopes": [%s]}
                """.formatted(String.join(
                ", ", List.of(scopes).stream().map(scope -> "\"" + scope + "\"").toList()));
    }

    /** A new client of SmartCloud's. */
    String clientId(String... scopes) {
        return server.post(BASE + "/clients")
                .token(smartCloudToken("idporten:dcr.write"))
                .json(client(scopes))
                .send()
                .json()
                .path("client_id")
                .asString();
    }

    /** Everything that a refused call must leave as it is. */
    List<Object> state() {
        var store = server.store();
        return store.transactions()
                .run(tx -> List.of(
                        store.auditEvents(),
                        store.scopes().ownedBy(tx, KlarertConfig.DEFAULT_OPERATOR),
                        store.scopes().ownedBy(tx, organization("974761076")),
                        store.clients().ownedBy(tx, organization("974761076")),
                        store.clients().ownedBy(tx, organization("310000019")),
                        store.clients().ownedBy(tx, organization("312880008")),
                        accesses(tx, "310000019"),
                        accesses(tx, "312880008")));
    }

    private Object accesses(Transaction tx, String consumer) {
        return server.store().scopes().accessesOf(tx, organization(consumer), ScopeAccess.State.ALL, Page.ALL);
    }

    private static OrgNumber organization(String number) {
        return new OrgNumber(number);
    }

    static JsonNode firstError(TestCall.Reply reply) {
        return reply.json().path("errors").path(0);
    }
}

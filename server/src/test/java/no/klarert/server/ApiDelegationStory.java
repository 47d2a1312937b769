package no.klarert.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import no.klarert.access.Recipient;
import no.klarert.access.RoleAssignment;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;

/**
 * What precedes an API delegation, over HTTP: Skatteetaten's scope and the scheme that lists it, the bakery's access to the scope,
 * and a client of SmartCloud's that asks for it. Per is general manager of SmartCloud, beside the people of the story.
 */
final class ApiDelegationStory {
    static final String SCHEME = "ske-krav-api";
    static final String SCOPE = "skatteetaten:kravogbetalinger";
    static final String BAKERY = "313371735";
    static final String SMARTCLOUD = "310000019";
    static final String SKATTEETATEN = "974761076";
    static final int BAKERY_PARTY = 51000011;
    static final int SMARTCLOUD_PARTY = 51000002;
    /** General manager of the bakery. */
    static final int INGRID = 20000021;
    /** Board member of the bakery, nothing more. */
    static final int JONAS = 20000022;
    /** General manager of the plumber. */
    static final int TURID = 20000023;
    /** General manager of SmartCloud. */
    static final int PER = 20000024;

    /** Made once for all tests. */
    private static final RSAKey KEY = key();

    private final ServerUnderTest server;
    private final AdministrationCalls administration;
    private final String client;

    private ApiDelegationStory(ServerUnderTest server) {
        this.server = server;
        this.administration = new AdministrationCalls(server);
        scope("kravogbetalinger");
        scheme(SCHEME, SCOPE);
        administration.access("PUT", SCOPE, BAKERY);
        this.client = administration.clientId(SCOPE);
        registerKey();
        role(SMARTCLOUD_PARTY, 50000024, "dagl");
    }

    static ApiDelegationStory begin(ServerUnderTest server) {
        return new ApiDelegationStory(server);
    }

    String client() {
        return client;
    }

    AdministrationCalls administration() {
        return administration;
    }

    /** A scope of Skatteetaten's whose delegations the installation holds. */
    void scope(String subscope) {
        var scope = AdministrationCalls.scope("skatteetaten", subscope)
                .replace("\"visibility\"", "\"delegation_source\": \"" + ServerUnderTest.BASE + "/\", \"visibility\"");
        expect(
                200,
                server.post(AdministrationCalls.BASE + "/scopes")
                        .token(administration.scopesToken())
                        .json(scope)
                        .send());
    }

    /** A scheme of Skatteetaten's that lists the scope; those who administer the API may pass it on. */
    void scheme(String id, String scope) {
        scheme(id, scope, "true", "");
    }

    void scheme(String id, String scope, String delegable, String obligations) {
        scheme(id, scope, delegable, obligations, "4711");
    }

    /** @param earlierId what the scheme was called on the earlier platform */
    void scheme(String id, String scope, String delegable, String obligations, String earlierId) {
        var token = server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE);
        var resource = RegistryCalls.resourceWithScope(id, SKATTEETATEN, scope)
                .replace("GenericAccessResource", "MaskinportenSchema")
                .replace(
                        "\"resourceReferences\": [",
                        "\"resourceReferences\": [{\"referenceSource\": \"Altinn2\", \"reference\": \"" + earlierId
                                + "\", \"referenceType\": \"DelegationSchemeId\"}, ")
                .replace("\"status\"", "\"delegable\": " + delegable + ", \"status\"");
        expect(201, server.post(RegistryCalls.BASE).token(token).json(resource).send());
        var policy = RegistryCalls.policy(id)
                .replace("DAGL", "APIADM")
                .replace(">read<", ">ScopeAccess<")
                .replace("</Policy>", obligations + "</Policy>");
        expect(201, RegistryCalls.upload(server, id, policy).token(token).send());
    }

    private void registerKey() {
        expect(
                200,
                server.post(AdministrationCalls.BASE + "/clients/" + client + "/jwks")
                        .token(administration.smartCloudToken("idporten:dcr.write"))
                        .json("{\"keys\": [" + KEY.toPublicJWK().toJSONString() + "]}")
                        .send());
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID("smartcloud-api")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void role(int from, int to, String role) {
        var roles = server.wiring().stores().roles();
        server.wiring().stores().transactions().run(tx -> {
            roles.save(tx, new RoleAssignment(new RoleCode(role), new PartyId(from), new PartyId(to)));
            return true;
        });
    }

    /** A person is given a package directly by the bakery. */
    void givePackage(String accessPackage, int personParty) {
        var stores = server.wiring().stores();
        stores.transactions().run(tx -> {
            var bakery = stores.parties()
                    .byId(tx, new PartyId(BAKERY_PARTY))
                    .orElseThrow()
                    .uuid();
            var person = stores.parties()
                    .byId(tx, new PartyId(personParty))
                    .orElseThrow()
                    .uuid();
            var given = new AccessPackage(accessPackage);
            stores.delegations()
                    .givePackage(
                            tx,
                            bakery,
                            new Recipient.OfParty(person),
                            given,
                            server.clock().instant());
            return true;
        });
    }

    // What people do

    String person(int user) {
        return TestGrants.personToken(server, user, "altinn:portal/enduser");
    }

    static String path(Object party, String rest) {
        return "/accessmanagement/api/v1/" + party + "/maskinportenschema/" + rest;
    }

    static String body(String other, String number, String scheme) {
        return """
                {"%s": [{"id": "urn:altinn:organization:identifier-no", "value": "%s"}],
                 "rights": [{"resource": [{"id": "urn:altinn:resource", "value": "%s"}]}]}
                """.formatted(other, number, scheme);
    }

    /** Asks as that user; the bodies of the story are about SmartCloud and the scheme. */
    TestCall.Reply post(int user, Object party, String rest, String body) {
        return server.post(path(party, rest)).token(person(user)).json(body).send();
    }

    TestCall.Reply get(int user, Object party, String rest) {
        return server.get(path(party, rest)).token(person(user)).send();
    }

    /** Ingrid lets SmartCloud use the API for the bakery. */
    TestCall.Reply give() {
        return post(INGRID, BAKERY_PARTY, "offered", body("to", SMARTCLOUD, SCHEME));
    }

    TestCall.Reply takeBack() {
        return post(INGRID, BAKERY_PARTY, "offered/revoke", body("to", SMARTCLOUD, SCHEME));
    }

    /** SmartCloud's client asks for a token for the bakery. */
    TestCall.Reply token() {
        return token(BAKERY, SCOPE);
    }

    TestCall.Reply token(String consumer, String scopes) {
        return TokenCalls.ask(
                server,
                server.assertion(
                        client, KEY, claims -> claims.claim("scope", scopes).claim("consumer_org", consumer)));
    }

    /** What was recorded about giving and taking back, in order. */
    List<String> audit() {
        return server.store().auditEvents().stream()
                .filter(event -> event.action().startsWith("api-delegation."))
                .map(event -> event.action() + " " + event.object() + " " + event.detail() + " by "
                        + event.actor().label())
                .toList();
    }

    static void expect(int status, TestCall.Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }
}

package no.klarert.server.demo;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import no.klarert.sdk.TokenOutcome;
import no.klarert.sdk.TokenRequest;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.ScopeName;

/** What SmartCloud does: its client, its systems, its requests, its tokens. */
final class VendorSteps {
    static final String REFERENCE = "kunde-4711";
    static final String OTHER_REFERENCE = "kunde-4711-uten-tilgang";
    private static final String REQUESTS = "/authentication/api/v1/systemuser/request/vendor";
    private static final String TOKEN = "/maskinporten/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UNRELATED_PACKAGE = "motorvognavgift";

    private static final int SHORTEST_LIFETIME = 2;
    private static final Duration SKEW = Duration.ofSeconds(11);

    private final Setting on;

    VendorSteps(Setting setting) {
        this.on = setting;
    }

    Vendor register() {
        on.journal()
                .step(
                        4,
                        "SmartCloud registers a client with a key and its system, and asks Bryggen Bakeri AS for access");
        var main = register("regnskap", REFERENCE, Bodies.right(Bodies.RESOURCE), "[]");
        var other = register("annet", OTHER_REFERENCE, "[]", Bodies.accessPackage(UNRELATED_PACKAGE));
        refuseWrongRequests(main.system());
        return new Vendor(main, other);
    }

    private Vendor.Registration register(String name, String reference, String rights, String packages) {
        var key = on.newKey("smartcloud-" + name + "-" + on.run());
        var clientId = registerClient("smartcloud-" + name + "-" + on.run(), 0, key);
        var system = on.smartCloud().number() + "_smartcloud_" + name + "_" + on.run();
        registerSystem(system, clientId, rights, packages);
        var request = request(system, reference, rights, packages);
        return new Vendor.Registration(clientId, key, on.client(clientId, key), system, reference, request);
    }

    private String registerClient(String name, int lifetime, RSAKey key) {
        var api = on.as(on.smartCloud().token("idporten:dcr.write"));
        var created = on.expect(
                200, api.post("/samarbeid/api/v1/clients", Bodies.client(name, lifetime, List.of(Bodies.SCOPE))));
        var clientId = created.member("client_id");
        var jwks = Bodies.json("{\"keys\": [" + key.toPublicJWK().toJSONString() + "]}");
        on.expect(200, api.post("/samarbeid/api/v1/clients/" + clientId + "/jwks", jwks));
        on.journal().outcome("client " + clientId + " registered with key " + key.getKeyID());
        return clientId;
    }

    private void registerSystem(String id, String clientId, String rights, String packages) {
        var api = on.as(on.smartCloud().token("altinn:authentication/systemregister.write"));
        on.expect(
                200,
                api.post(
                        "/authentication/api/v1/systemregister/vendor",
                        Bodies.system(id, on.smartCloud().number(), clientId, rights, packages)));
        on.journal().outcome("system " + id + " registered");
    }

    private String request(String system, String reference, String rights, String packages) {
        var api = on.as(on.smartCloud().token("altinn:authentication/systemuser.request.write"));
        var created =
                on.expect(201, api.post(REQUESTS, Bodies.request(system, Setting.BAKERY, reference, rights, packages)));
        on.journal().outcome("request " + created.member("id") + " is " + created.member("status"));
        on.journal().note("confirm at " + created.member("confirmUrl"));
        return created.member("id");
    }

    private void refuseWrongRequests(String system) {
        var api = on.as(on.smartCloud().token("altinn:authentication/systemuser.request.write"));
        var rights = Bodies.right(Bodies.RESOURCE);
        on.mustRefuse(
                "a request for a system nobody registered",
                404,
                "AUTH-00011",
                api.post(REQUESTS, Bodies.request("310000019_unknown", Setting.BAKERY, "x", rights, "[]")));
        var nordlys = on.as(on.nordlys().token("altinn:authentication/systemuser.request.write"));
        on.mustRefuse(
                "another vendor's request for SmartCloud's system",
                404,
                "AUTH-00011",
                nordlys.post(REQUESTS, Bodies.request(system, Setting.BAKERY, "y", rights, "[]")));
    }

    String status(String request) {
        var api = on.as(on.smartCloud().token("altinn:authentication/systemuser.request.read"));
        return on.expect(200, api.get(REQUESTS + "/" + request)).member("status");
    }

    /** Asks with a client that has no token at hand, as a program that was just started. */
    void refuseToken(Vendor.Registration vendor, String what) {
        switch (on.client(vendor.clientId(), vendor.key()).token(systemUserToken(vendor))) {
            case TokenOutcome.Refused refused
            when refused.code().filter("MP-303"::equals).isPresent() ->
                on.journal().refused(what, "MP-303 " + refused.error());
            case TokenOutcome other -> on.journal().failed(what + " should be refused with MP-303, got " + other);
        }
    }

    private static TokenRequest systemUserToken(Vendor.Registration vendor) {
        return TokenRequest.of(ScopeName.parse(Bodies.SCOPE))
                .forSystemUser(Setting.BAKERY, new ExternalRef(vendor.reference()));
    }

    String token(Vendor.Registration vendor) {
        return Party.require(vendor.maskinporten().token(systemUserToken(vendor)));
    }

    /** A token of the system user; the part of it that matters is shown. */
    String firstToken(Vendor vendor) {
        on.journal().step(6, "SmartCloud gets a token that names the system user");
        var token = token(vendor.main());
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        on.journal().outcome("token issued");
        on.journal().note("authorization_details " + Bodies.json(claims).path("authorization_details"));
        refuseWrongAssertions(vendor.main());
        return token;
    }

    /** A plain token that lasts two seconds, from a client made for it: nothing else shows what happens to an expired one. */
    ShortLived shortLivedToken() {
        var key = on.newKey("smartcloud-short-" + on.run());
        var clientId = registerClient("smartcloud-kortvarig-" + on.run(), SHORTEST_LIFETIME, key);
        var client = on.client(clientId, key);
        var token = Party.require(client.token(TokenRequest.of(ScopeName.parse(Bodies.SCOPE))));
        return new ShortLived(
                token,
                on.clock().instant().plus(Duration.ofSeconds(SHORTEST_LIFETIME)).plus(SKEW));
    }

    /** A token and the time from which every clock refuses it. */
    record ShortLived(String token, Instant refusedFrom) {}

    /** A genuine token of SmartCloud, for something else. */
    String tokenWithAnotherScope() {
        return on.smartCloud().token("altinn:authentication/systemuser.request.read");
    }

    private void refuseWrongAssertions(Vendor.Registration vendor) {
        var make = new Assertions(on.issuer(), vendor.clientId(), vendor.key(), on.clock());
        var api = on.anonymous();
        var once = make.form(Bodies.SCOPE, claims -> claims);
        on.expect(200, api.post(TOKEN, FORM, once));
        on.mustRefuse("an assertion used a second time", 400, "MP-012", api.post(TOKEN, FORM, once));
        var longAgo = on.clock().instant().minus(Duration.ofMinutes(5));
        on.mustRefuse(
                "an expired assertion",
                400,
                "MP-130",
                api.post(
                        TOKEN,
                        FORM,
                        make.form(
                                Bodies.SCOPE,
                                claims -> claims.issueTime(Date.from(longAgo))
                                        .expirationTime(Date.from(longAgo.plusSeconds(60))))));
        on.mustRefuse(
                "an assertion for another audience",
                400,
                "MP-110",
                api.post(TOKEN, FORM, make.form(Bodies.SCOPE, claims -> claims.audience("https://example.no/"))));
        on.mustRefuse(
                "an assertion signed with another key",
                400,
                "MP-124",
                api.post(
                        TOKEN,
                        FORM,
                        make.form(Bodies.SCOPE, on.newKey(vendor.key().getKeyID()), claims -> claims)));
        on.mustRefuse(
                "an unknown client",
                400,
                "MP-100",
                api.post(
                        TOKEN,
                        FORM,
                        make.form(Bodies.SCOPE, claims -> claims.issuer("00000000-0000-0000-0000-000000000000"))));
        on.mustRefuse(
                "a scope that is not on the client",
                400,
                "MP-200",
                api.post(TOKEN, FORM, make.form("altinn:authorization/authorize", claims -> claims)));
    }
}

package no.klarert.server.demo;

import java.net.URI;
import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;

/** Calls to Skatteetaten's API: the one that is answered, and those that must not be. */
final class ApiSteps {
    private static final String AUTHORIZE = "/authorization/api/v1/authorize";

    private final Setting on;
    private final URI api;

    ApiSteps(Setting setting, URI api) {
        this.on = setting;
        this.api = api;
    }

    void answered(String token, Programs programs, Vendor vendor) {
        on.journal()
                .step(
                        7,
                        "SmartCloud calls the Krav og betalinger API, which checks the token and asks the decision point");
        var claims = on.expect(200, claims(token, Setting.BAKERY));
        on.journal()
                .outcome("the API answers with "
                        + claims.json().path("aapentKravMedGjenstaaendeBeloep").size()
                        + " open claims; as SmartCloud shows them:");
        on.journal().note(programs.smartCloud(on, vendor.main()));
    }

    /**
     * The tokens to try with.
     *
     * @param sound one that is answered
     * @param expired one that was sound
     * @param withoutRight of a system user that was given something else
     * @param wrongScope of the vendor, for something else
     */
    record Tokens(String sound, String expired, String withoutRight, String wrongScope) {}

    void refusals(Tokens tokens) {
        on.journal().step(8, "What must be refused is refused, each with its reason");
        on.mustRefuse("a call without a token", 401, "KB-004", claims("", Setting.BAKERY));
        on.mustRefuse("a token with another scope", 403, "KB-005", claims(tokens.wrongScope(), Setting.BAKERY));
        on.mustRefuse("an expired token", 401, "KB-004", claims(tokens.expired(), Setting.BAKERY));
        on.mustRefuse("another customer's number", 403, "KB-005", claims(tokens.sound(), Setting.PLUMBER));
        on.mustRefuse(
                "a system user that was not given the resource",
                403,
                "KB-005",
                claims(tokens.withoutRight(), Setting.BAKERY));
        on.mustRefuse(
                "a decision asked for without a token",
                401,
                "",
                on.anonymous()
                        .post(AUTHORIZE, Bodies.decision("0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77", Setting.BAKERY)));
        on.mustRefuse(
                "a decision asked for with the wrong scope",
                403,
                "",
                on.as(on.smartCloud().token("altinn:authentication/systemuser.request.read"))
                        .post(AUTHORIZE, Bodies.decision("0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77", Setting.BAKERY)));
    }

    /** Asks the decision point itself why, as the API's operator would. */
    void explain(String what, String systemUser, OrgNumber party) {
        var reply = on.expect(
                200,
                on.as(on.skatteetaten().token("altinn:authorization/authorize"))
                        .post(AUTHORIZE, Bodies.decision(systemUser, party)));
        var result = reply.json().path("response").path(0);
        on.journal()
                .note(what + ": the decision point says "
                        + result.path("decision").asString(""));
    }

    void refusedAfterDeletion(String token) {
        on.mustRefuse("a token that outlives its deleted system user", 403, "KB-005", claims(token, Setting.BAKERY));
    }

    private Api.Reply claims(String token, OrgNumber party) {
        var bearer = token.isEmpty() ? Optional.<String>empty() : Optional.of(token);
        return new Api(on.http(), api, bearer).get("/v1/regnskapssystem/" + party + "/aapnekrav");
    }
}

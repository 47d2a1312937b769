package no.klarert.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What Skatteetaten does: its agreements, its scope, its resource with a policy. */
final class ProviderSteps {
    private static final String SCOPES = "/samarbeid/api/v1/scopes";
    private static final String RESOURCES = "/resourceregistry/api/v1/resource";

    private final Setting on;

    ProviderSteps(Setting setting) {
        this.on = setting;
    }

    void onboarding() {
        on.journal().step(1, "Skatteetaten and SmartCloud take part, with the agreements they need");
        for (var party : new Party[] {on.skatteetaten(), on.smartCloud()}) {
            var token = party.token("idporten:dcr.read");
            var accesses = on.expect(200, on.as(token).get(SCOPES + "/access/all"));
            on.journal().outcome(party.name() + " may use " + scopes(accesses));
        }
    }

    private static String scopes(Api.Reply accesses) {
        return StreamSupport.stream(accesses.json().spliterator(), false)
                .filter(access -> access.path("state").asString("").equals("APPROVED"))
                .map(access -> access.path("scope").asString(""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    void scope() {
        on.journal().step(2, "Skatteetaten creates the scope " + Bodies.SCOPE + " and grants it to SmartCloud");
        var api = on.as(on.skatteetaten().token("idporten:scopes.write"));
        var created = api.post(SCOPES, Bodies.scope("skatteetaten", "kravogbetalinger"));
        if (created.is(409)) {
            on.journal().outcome("the scope exists from an earlier telling");
        } else {
            on.expect(200, created);
            on.journal().outcome("scope " + created.member("name") + " created");
        }
        on.mustRefuse(
                "the same scope once more",
                409,
                "",
                api.post(SCOPES, Bodies.scope("skatteetaten", "kravogbetalinger")));
        on.mustRefuse(
                "a scope under a prefix that is another's",
                403,
                "",
                api.post(SCOPES, Bodies.scope("altinn", "everything")));
        var access = on.expect(200, api.put(accessTo(Bodies.SCOPE)));
        on.journal().outcome("access for SmartCloud is " + access.member("state"));
    }

    private String accessTo(String scope) {
        return SCOPES
                + "/access/"
                + on.smartCloud().number()
                + "?scope="
                + URLEncoder.encode(scope, StandardCharsets.UTF_8);
    }

    void resource() {
        on.journal().step(3, "Skatteetaten registers the resource " + Bodies.RESOURCE + " and uploads its policy");
        var api = on.as(on.skatteetaten().token("altinn:resourceregistry/resource.write"));
        var body = Bodies.resource(on.skatteetaten().number());
        var created = api.post(RESOURCES, body);
        if (created.is(409)) {
            on.expect(200, api.put(RESOURCES + "/" + Bodies.RESOURCE, body));
            on.journal().outcome("the resource exists from an earlier telling; stored as a new version");
        } else {
            on.expect(201, created);
            on.journal().outcome("resource created");
        }
        var policy = policy();
        on.mustRefuse(
                "a policy for another resource",
                400,
                "",
                upload(api, policy.replace(">" + Bodies.RESOURCE + "<", ">altinn_access_management<")));
        on.mustRefuse(
                "a policy with a document type declaration",
                400,
                "",
                upload(
                        api,
                        policy.replace(
                                "<xacml:Policy ",
                                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<xacml:Policy ")));
        on.expect(201, upload(api, policy));
        on.journal().outcome("policy compiled and stored");
    }

    private static Api.Reply upload(Api api, String policy) {
        return api.postFile(RESOURCES + "/" + Bodies.RESOURCE + "/policy", "policyFile", policy);
    }

    private static String policy() {
        try (var in = ProviderSteps.class.getResourceAsStream("krav-og-betalinger-policy.xml")) {
            if (in == null) {
                throw new IllegalStateException("the policy is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package no.klarert.sdk.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import no.klarert.sdk.testing.TestServer.Request;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemUserId;

/**
 * Maskinporten, the token exchange and the decision point in one small server, for what this library asks of them. It verifies
 * grants and tokens; who has which system user and which right is said by the test.
 */
public final class TestPlatform implements AutoCloseable {
    public static final String METADATA = "/maskinporten/.well-known/oauth-authorization-server";
    public static final String KEYS = "/maskinporten/jwk";
    public static final String TOKEN = "/maskinporten/token";
    public static final String EXCHANGE = "/authentication/api/v1/exchange/maskinporten";
    public static final String AUTHORIZE = "/authorization/api/v1/authorize";

    /** The organisation every test client belongs to. */
    public static final OrgNumber VENDOR = new OrgNumber("310000019");

    public static final ClientId CLIENT = new ClientId("6b0f0f0e-5b0e-4f57-9d3c-0a6f5a2d7c11");

    private final TestServer server = new TestServer();
    private final InstantSource clock;
    private final Set<String> usedGrants = ConcurrentHashMap.newKeySet();
    private final Map<String, SystemUserId> systemUsers = new ConcurrentHashMap<>();
    private final Map<String, String> permits = new ConcurrentHashMap<>();
    private final List<RSAKey> published = new CopyOnWriteArrayList<>(List.of(TestKeys.ISSUER));

    public TestPlatform() {
        this(InstantSource.system());
    }

    public TestPlatform(InstantSource clock) {
        this.clock = clock;
        answerAsUsual();
    }

    /** Takes back everything a test has said, so that the next one, on the same server, begins anew. */
    public void reset() {
        systemUsers.clear();
        permits.clear();
        answerAsUsual();
    }

    private void answerAsUsual() {
        server.on(METADATA, request -> Response.json(200, JSONObjectUtils.toJSONString(metadata())));
        server.on(KEYS, request -> Response.json(200, new JWKSet(List.copyOf(published)).toString(true)));
        server.on(TOKEN, this::token);
        server.on(EXCHANGE, this::exchange);
        server.on(AUTHORIZE, this::authorize);
    }

    /** The server, to make a path answer otherwise and to read what it was asked. */
    public TestServer server() {
        return server;
    }

    public URI issuer() {
        return server.address("maskinporten/");
    }

    public URI base() {
        return server.address("");
    }

    /** Publishes another key beside those published so far. */
    public void publish(RSAKey key) {
        published.add(key);
    }

    /** Lets the vendor's system have a system user at {@code customer}. */
    public void addSystemUser(OrgNumber customer, String externalRef, SystemUserId systemUser) {
        systemUsers.put(customer + "|" + externalRef, systemUser);
    }

    /** Permits {@code action} on {@code resource} for {@code party}, with {@code obligations} as JSON ({@code null} for none). */
    public void permit(SystemUserId systemUser, String action, String resource, OrgNumber party, String obligations) {
        permits.put(String.join("|", systemUser.toString(), action, resource, party.value()), obligations);
    }

    /** Takes every right back. */
    public void revokeAll() {
        permits.clear();
    }

    /** The claims of a valid token for {@code VENDOR}, to change and sign. */
    public Map<String, Object> claims(String scope) {
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer().toString());
        claims.put("client_id", CLIENT.value());
        claims.put("client_amr", "private_key_jwt");
        claims.put("consumer", organization(VENDOR));
        claims.put("scope", scope);
        claims.put("token_type", "Bearer");
        claims.put("iat", now);
        claims.put("exp", now + 120);
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    /** The same for a system user. */
    public Map<String, Object> claims(String scope, SystemUserId systemUser, OrgNumber customer) {
        var claims = claims(scope);
        claims.put("authorization_details", List.of(details(systemUser, customer)));
        return claims;
    }

    /** The element of {@code authorization_details} for a system user. */
    public static Map<String, Object> details(SystemUserId systemUser, OrgNumber customer) {
        return Map.of(
                "type",
                "urn:altinn:systemuser",
                "systemuser_org",
                organization(customer),
                "systemuser_id",
                List.of(systemUser.toString()),
                "system_id",
                VENDOR + "_turboskatt");
    }

    private static Map<String, Object> organization(OrgNumber number) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", number.toIso6523());
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer().toString(),
                "token_endpoint", server.address(TOKEN.substring(1)).toString(),
                "jwks_uri", server.address(KEYS.substring(1)).toString());
    }

    private Response token(Request request) {
        try {
            var grant = JWSObject.parse(form(request.body()).getOrDefault("assertion", ""));
            if (!grant.verify(new RSASSAVerifier(TestKeys.CLIENT))) {
                return refused("invalid_grant", "Invalid JWT signature.", "MP-124");
            }
            var claims = grant.getPayload().toJSONObject();
            return text(claims, "aud").equals(issuer().toString())
                    ? granted(claims)
                    : refused("invalid_grant", "Invalid JWT claim aud", "MP-110");
        } catch (ParseException | JOSEException malformed) {
            return refused("invalid_request", "Invalid assertion.", "MP-011");
        }
    }

    private Response granted(Map<String, Object> grant) {
        if (!usedGrants.add(text(grant, "jti"))) {
            return refused("invalid_grant", "Grant is used before", "MP-012");
        }
        var scope = text(grant, "scope");
        var claims = claims(scope);
        if (grant.get("authorization_details") instanceof List<?> list && list.get(0) instanceof Map<?, ?> asked) {
            var customer = asked.get("systemuser_org") instanceof Map<?, ?> organization
                    ? OrgNumber.fromIso6523(text(organization, "ID")).value()
                    : "";
            var reference = asked.containsKey("externalRef") ? text(asked, "externalRef") : customer;
            var systemUser = systemUsers.get(customer + "|" + reference);
            if (systemUser == null) {
                return refused("invalid_altinn_customer_configuration", "No system user", "MP-303");
            }
            claims = claims(scope, systemUser, new OrgNumber(customer));
        }
        return Response.json(
                200,
                JSONObjectUtils.toJSONString(Map.of(
                        "access_token",
                        TestKeys.sign(TestKeys.ISSUER, claims),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        119,
                        "scope",
                        scope)));
    }

    private Response refused(String error, String description, String code) {
        return Response.json(
                400,
                JSONObjectUtils.toJSONString(Map.of(
                        "error", error,
                        "error_description", description + " (trace_id: 4f1c9d0e7ab24c5f8e0b6a7d1c2e3f40)",
                        "error_uri", issuer() + "errors/" + code)));
    }

    private Response exchange(Request request) {
        return verified(request, TestKeys.ISSUER)
                .map(claims -> {
                    var exchanged = new HashMap<>(claims);
                    exchanged.remove("client_amr");
                    exchanged.put("iss", server.address("openid/").toString());
                    exchanged.put("urn:altinn:authlevel", 3);
                    exchanged.put("exp", clock.instant().getEpochSecond() + 1800);
                    return new Response(200, "text/plain", TestKeys.sign(TestKeys.NEXT_ISSUER, exchanged));
                })
                .orElseGet(() -> new Response(401, "text/plain", ""));
    }

    private Response authorize(Request request) {
        var token = verified(request, TestKeys.NEXT_ISSUER);
        if (token.isEmpty()) {
            return Response.json(401, "{}");
        }
        if (!"altinn:authorization/authorize".equals(token.get().get("scope"))) {
            return Response.json(403, "{}");
        }
        var obligations = permits.get(question(request.body()));
        return Response.json(
                200, obligations == null ? decision("NotApplicable", "null") : decision("Permit", obligations));
    }

    /** A decision as the public service writes it. */
    public static String decision(String decision, String obligations) {
        return """
                {"response":[{"decision":"%s","status":{"statusMessage":null,"statusDetails":null,"statusCode":
                {"value":"urn:oasis:names:tc:xacml:1.0:status:ok","statusCode":null}},"obligations":%s,
                "associateAdvice":null,"category":null,"policyIdentifierList":null}]}""".formatted(decision, obligations);
    }

    /** Obligations that ask for an authentication level. */
    public static String minimumLevel(int level) {
        return """
                [{"id":"urn:altinn:obligation:authenticationLevel1","attributeAssignment":[{"attributeId":
                "urn:altinn:obligation1-assignment1","value":"%d","category":"urn:altinn:minimum-authenticationlevel",
                "dataType":"http://www.w3.org/2001/XMLSchema#integer","issuer":null}]}]""".formatted(level);
    }

    private Optional<Map<String, Object>> verified(Request request, RSAKey key) {
        try {
            var token = JWSObject.parse(request.header("Authorization").replaceFirst("^Bearer ", ""));
            return token.verify(new RSASSAVerifier(key))
                    ? Optional.of(token.getPayload().toJSONObject())
                    : Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }

    private static String question(String body) {
        try {
            var request = JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(body), "Request");
            return String.join(
                    "|",
                    value(request, "AccessSubject", "urn:altinn:systemuser:uuid"),
                    value(request, "Action", "urn:oasis:names:tc:xacml:1.0:action:action-id"),
                    value(request, "Resource", "urn:altinn:resource"),
                    value(request, "Resource", "urn:altinn:organization:identifier-no"));
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String value(Map<String, Object> request, String category, String attribute) throws ParseException {
        var attributes = JSONObjectUtils.getJSONObjectArray(
                JSONObjectUtils.getJSONObjectArray(request, category)[0], "Attribute");
        for (var candidate : attributes) {
            if (attribute.equals(candidate.get("AttributeId"))) {
                return text(candidate, "Value");
            }
        }
        return "";
    }

    private static String text(Map<?, ?> members, String name) {
        return String.valueOf(members.get(name));
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.close();
    }
}

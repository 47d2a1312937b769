package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.server.Twin;

/** What the story's API provider and its vendor do at the administration interfaces (Maskinporten §6.4 and §7.1). */
record Administration(Http http, Vendor provider, Vendor vendor) {
    private static final String BASE = "/samarbeid/api/v1";
    private static final String SMARTCLOUD_NUMBER = "310000019";
    private static final RSAKey KEY = new RSAKey.Builder(Vendor.newKey("wire-1"))
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .build();

    static Administration of(Twin twin) {
        return new Administration(
                new Http(twin.base()),
                Vendor.skatteetaten(twin),
                Vendor.smartCloud(twin).asking("idporten:dcr.write"));
    }

    private String token(Vendor of) {
        return http.token(of.assertion().sign()).accessToken();
    }

    /** A new scope of the provider's with these members in JSON. */
    String scope(String subscope, String more) {
        var body = """
                {"prefix": "skatteetaten", "subscope": "%s", "description": "Test", "visibility": "PUBLIC" %s}
                """.formatted(subscope, more.isEmpty() ? "" : ", " + more);
        var reply = http.call("POST", BASE + "/scopes", token(provider), body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return "skatteetaten:" + subscope;
    }

    /** As {@link #scope}, and granted to the vendor. */
    String grantedScope(String subscope, String more) {
        var scope = scope(subscope, more);
        grant(scope);
        return scope;
    }

    void grant(String scope) {
        access("PUT", scope);
    }

    void revoke(String scope) {
        access("DELETE", scope);
    }

    /** Changes a scope so that it is for integrations of this type only. */
    void restrict(String scope, String integrationType) {
        var body = """
                {"prefix": "skatteetaten", "subscope": "%s", "description": "Test", "visibility": "PUBLIC",
                 "allowed_integration_types": ["%s"]}
                """.formatted(scope.substring(scope.indexOf(':') + 1), integrationType);
        var reply = http.call("PUT", BASE + "/scopes?scope=" + Http.encoded(scope), token(provider), body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void access(String method, String scope) {
        var path = BASE + "/scopes/access/" + SMARTCLOUD_NUMBER + "?scope=" + Http.encoded(scope);
        var reply = http.call(method, path, token(provider), "");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    /** A new client of the vendor's with a key, asking for the first of these scopes; 0 seconds leaves the lifetime open. */
    Vendor client(int lifetime, String... scopes) {
        var body = """
                {"client_name": "wire", "description": "Test", "integration_type": "maskinporten",
                 "application_type": "web", "token_endpoint_auth_method": "private_key_jwt",
                 "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"],
                 "access_token_lifetime": %d, "scopes": [%s]}
                """.formatted(
                        lifetime, Stream.of(scopes).map(CraftedJwt::quoted).collect(Collectors.joining(",")));
        var created = http.call("POST", BASE + "/clients", token(vendor), body);
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        var id = created.json().path("client_id").asString();
        var keys = http.call(
                "POST", BASE + "/clients/" + id + "/jwks", token(vendor), new JWKSet(List.of(KEY)).toString());
        assertThat(keys.status()).as(keys.text()).isEqualTo(200);
        return new Vendor(id, KEY, vendor.issuer(), scopes[0]);
    }

    void removeKeys(Vendor of) {
        delete("/clients/" + of.clientId() + "/jwks");
    }

    void deactivate(Vendor client) {
        delete("/clients/" + client.clientId());
    }

    private void delete(String path) {
        var reply = http.call("DELETE", BASE + path, token(vendor), "");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
}

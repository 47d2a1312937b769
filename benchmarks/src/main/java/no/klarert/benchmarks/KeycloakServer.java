package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with PostgreSQL, in its production build without TLS. A client authenticates with a signed JWT (private_key_jwt) and gets a
 * token by client_credentials.
 */
record KeycloakServer(Path distribution) implements TokenServer.Kind {
    private static final String CLIENT = "load";
    private static final String REALM = "bench";
    private static final String FORM = "grant_type=client_credentials&scope=orders"
            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";

    /** The one folder there, named after the version. */
    static Path unpackedIn(Path folder) {
        try (var folders = Files.list(folder)) {
            return folders.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public TokenServer start(TokenServer.Setting setting) {
        int port = PinnedProcess.freePort();
        var realm = "http://localhost:" + port + "/realms/" + REALM;
        writeRealm(setting);
        var process = PinnedProcess.start(
                List.of(
                        distribution.resolve("bin/kc.sh").toString(),
                        "start",
                        "--import-realm",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-port=" + port),
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_DB", "postgres",
                        "KC_DB_URL", setting.database().replaceFirst("\\?.*", ""),
                        "KC_DB_USERNAME", "postgres",
                        "KC_DB_PASSWORD", "postgres",
                        "KC_CACHE", "local"),
                port,
                setting.file("keycloak.log"));
        return new TokenServer(
                process, URI.create(realm + "/protocol/openid-connect/token"), realm, CLIENT, "orders", FORM);
    }

    private void writeRealm(TokenServer.Setting setting) {
        try {
            var folder = Files.createDirectories(distribution.resolve("data/import"));
            Files.writeString(folder.resolve("bench-realm.json"), realm(setting.jwk()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String realm(String jwk) {
        return """
            {
              "realm": "%s", "enabled": true, "sslRequired": "none",
              "clientScopes": [ { "name": "orders", "protocol": "openid-connect" } ],
              "clients": [ {
                "clientId": "%s", "enabled": true, "protocol": "openid-connect",
                "clientAuthenticatorType": "client-jwt", "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                "defaultClientScopes": [], "optionalClientScopes": [ "orders" ],
                "attributes": {
                  "use.jwks.string": "true", "jwks.string": "{\\"keys\\":[%s]}",
                  "token.endpoint.auth.signing.alg": "RS256", "token.endpoint.auth.signing.max.exp": "120"
                }
              } ]
            }
            """.formatted(REALM, CLIENT, jwk.replace("\"", "\\\""));
    }
}

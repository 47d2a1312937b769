package no.klarert.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** navikt/mock-oauth2-server, which checks neither signatures nor scopes: the JWT-bearer grant as tests of Norwegian agencies use it. */
record MockServer(Path libraries) implements TokenServer.Kind {
    private static final String FORM =
            "client_id=load&client_secret=load&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&scope=orders&assertion=";

    @Override
    public String name() {
        return "mock-oauth2-server";
    }

    @Override
    public TokenServer start(TokenServer.Setting setting) {
        int port = PinnedProcess.freePort();
        var issuer = "http://localhost:" + port + "/default";
        var process = PinnedProcess.start(
                List.of(
                        Java.executable(),
                        "-cp",
                        libraries + "/*",
                        "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"),
                Map.of("SERVER_PORT", Integer.toString(port), "SERVER_HOSTNAME", "localhost"),
                port,
                setting.file("mock.log"));
        return new TokenServer(process, URI.create(issuer + "/token"), issuer, "load", "orders", FORM);
    }
}

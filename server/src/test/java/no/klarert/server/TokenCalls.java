package no.klarert.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests at the token endpoint, as clients send them. */
final class TokenCalls {
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String PATH = "/maskinporten/token";

    private TokenCalls() {}

    static TestCall.Reply ask(ServerUnderTest server, String assertion) {
        return askWithForm(server, form(GRANT_TYPE, assertion));
    }

    static TestCall.Reply askWithForm(ServerUnderTest server, String form) {
        return server.post(PATH).form(form).send();
    }

    static String form(String grantType, String assertion) {
        return "grant_type=" + encoded(grantType) + "&assertion=" + encoded(assertion);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

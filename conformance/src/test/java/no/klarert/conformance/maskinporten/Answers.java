package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;

/** Expected answers of the token endpoint. */
final class Answers {
    private Answers() {}

    /** The claims of the token that was issued. */
    static JWTClaimsSet issued(Http.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        try {
            return SignedJWT.parse(reply.accessToken()).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    static long secondsOf(JWTClaimsSet claims) {
        return Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant())
                .toSeconds();
    }

    /** A refusal with this error and code; an empty code means that there is none. */
    static void refused(Http.Reply reply, String error, String code, String phrase) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo(error);
        assertThat(reply.json().path("error_uri").asString("")).endsWith(code);
        assertThat(reply.json().has("error_uri")).isEqualTo(!code.isEmpty());
        assertThat(reply.json().path("error_description").asString())
                .contains(phrase)
                .matches(".*\\(trace_id: [0-9a-f]{32}\\)");
    }
}

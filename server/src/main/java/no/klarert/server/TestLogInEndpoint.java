package no.klarert.server;

import java.util.Optional;
import no.klarert.issuer.LevelOfAssurance;
import no.klarert.issuer.OAuthError;
import no.klarert.issuer.TestLogIn;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PersonIdentifier;

/**
 * Test log-in for programs: {@code POST /idporten/test-login} with {@code pid} (a synthetic identity number), {@code level} (3 or 4,
 * 4 if missing) and {@code scope}, as a form, is answered with an access token like ID-porten's. Served only where test log-in is
 * on. No answer repeats the identity number.
 */
final class TestLogInEndpoint {
    private static final int LARGEST = 8 * 1024;
    private static final int LATEST_REAL_MONTH = 12;

    private final TestLogIn logIn;

    TestLogInEndpoint(TestLogIn logIn) {
        this.logIn = logIn;
    }

    Answer logIn(Call call) {
        if (!call.contentType().equals(TokenForm.CONTENT_TYPE)) {
            return refused("the content type must be " + TokenForm.CONTENT_TYPE);
        }
        return UrlEncoded.utf8(call.body(LARGEST))
                .flatMap(UrlEncoded::parse)
                .map(this::logIn)
                .orElseGet(() -> refused("the body is not a well-formed form"));
    }

    private Answer logIn(QueryString form) {
        if (form.values().keySet().stream().anyMatch(form::isRepeated)) {
            return refused("a parameter occurs more than once");
        }
        var pid = form.single("pid").filter(TestLogInEndpoint::isSynthetic);
        if (pid.isEmpty()) {
            return refused("`pid` must be a synthetic national identity number");
        }
        return level(form.single("level").orElse("4"))
                .map(level -> answer(logIn.logIn(
                        new PersonIdentifier(pid.get()),
                        level,
                        form.single("scope").filter(text -> !text.isBlank()).orElse(TestLogIn.USUAL_SCOPES))))
                .orElseGet(() -> refused("`level` must be 3 or 4"));
    }

    /** Synthetic numbers have something added to the month; a test installation wants no others. */
    private static boolean isSynthetic(String pid) {
        return PersonIdentifier.isWellFormed(pid) && Integer.parseInt(pid.substring(2, 4)) > LATEST_REAL_MONTH;
    }

    private static Optional<LevelOfAssurance> level(String text) {
        return text.matches("[34]")
                ? LevelOfAssurance.of(new AuthenticationLevel(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Answer answer(TestLogIn.Outcome outcome) {
        return switch (outcome) {
            case TestLogIn.Outcome.LoggedIn loggedIn -> {
                var body = Json.object();
                body.put("access_token", loggedIn.token().reveal());
                body.put("token_type", "Bearer");
                body.put("expires_in", TestLogIn.LIFETIME.toSeconds());
                body.put("scope", loggedIn.scope());
                yield Answer.json(200, body).noStore();
            }
            case TestLogIn.Outcome.Refused refused -> refused(refused.error(), refused.reason());
        };
    }

    private static Answer refused(String reason) {
        return refused(OAuthError.INVALID_REQUEST, reason);
    }

    private static Answer refused(OAuthError error, String reason) {
        var body = Json.object();
        body.put("error", error.code());
        body.put("error_description", reason);
        return Answer.json(400, body).noStore();
    }
}

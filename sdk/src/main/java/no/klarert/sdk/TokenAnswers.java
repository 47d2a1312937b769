package no.klarert.sdk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.klarert.vocabulary.ScopeName;

/** Reads answers of a token endpoint (RFC 6749 §5.1 and §5.2, Maskinporten errors). */
final class TokenAnswers {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern CODE = Pattern.compile("MP-[0-9]{3}$");
    private static final Pattern TRACE = Pattern.compile("\\((?:trace_id|correlation id): ([0-9A-Fa-f-]{8,64})\\)");

    private TokenAnswers() {}

    static TokenOutcome read(HttpResult result, TokenRequest request, Instant askedAt) {
        if (!(result instanceof HttpResult.Answer answer)) {
            return unavailable(((HttpResult.NoAnswer) result).reason());
        }
        try {
            if (answer.status() == 200) {
                return issued(JsonObject.parse(answer.body()), request, askedAt);
            }
            return isRefusal(answer.status())
                    ? refused(JsonObject.parse(answer.body()))
                    : unavailable("http " + answer.status());
        } catch (UnreadableJsonException unreadable) {
            return unavailable(
                    "http " + answer.status() + " with an answer that cannot be read: " + unreadable.getMessage());
        }
    }

    /** Too many requests (429) and a timeout (408) say nothing about the request. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    private static TokenOutcome issued(JsonObject answer, TokenRequest request, Instant askedAt) {
        var token = answer.requiredText("access_token");
        long seconds = answer.integer("expires_in").orElse(0L);
        if (!TOKEN.matcher(token).matches()
                || !answer.requiredText("token_type").equalsIgnoreCase("Bearer")) {
            return unavailable("the token is not a bearer token");
        }
        if (seconds <= 0) {
            return unavailable("the token does not say how long it lasts");
        }
        var wanted = request.scopes().stream().map(ScopeName::value).collect(Collectors.toSet());
        var granted = answer.text("scope").map(TokenAnswers::words).orElse(wanted);
        if (!granted.containsAll(wanted)) {
            return unavailable("the token lacks scopes that were asked for");
        }
        return new TokenOutcome.Issued(new AccessToken(token, granted, after(askedAt, seconds)));
    }

    private static Instant after(Instant askedAt, long seconds) {
        try {
            return askedAt.plusSeconds(seconds);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            throw new UnreadableJsonException("`expires_in` is not a duration");
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static TokenOutcome refused(JsonObject answer) {
        var description = answer.text("error_description").orElse("");
        return new TokenOutcome.Refused(
                Shown.text(answer.requiredText("error")),
                Shown.text(description),
                answer.text("error_uri").flatMap(uri -> first(CODE, uri, 0)),
                first(TRACE, description, 1));
    }

    private static Optional<String> first(Pattern pattern, String text, int group) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static TokenOutcome unavailable(String reason) {
        return new TokenOutcome.Unavailable(reason);
    }
}

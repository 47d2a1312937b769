package no.klarert.server;

import java.util.List;
import java.util.Optional;
import no.klarert.issuer.MpCode;
import no.klarert.issuer.OAuthError;
import no.klarert.issuer.Possession;
import no.klarert.issuer.Refusal;
import no.klarert.issuer.TokenRequest;

/**
 * First stop of a token request: the form becomes a {@link TokenRequest} (RFC 6749 §3.2; Maskinporten §2.1 and §2.5 steps 1 and
 * 2). A parameter may occur once; one without a value counts as absent; those we do not know are ignored.
 */
sealed interface TokenForm {
    /** Room for an assertion of the greatest length with every other parameter that clients are known to send. */
    int LARGEST = 40 * 1024;

    String CONTENT_TYPE = "application/x-www-form-urlencoded";

    record Sound(TokenRequest request) implements TokenForm {}

    record Faulty(Refusal refusal) implements TokenForm {}

    static TokenForm read(Call call, Possession possession) {
        if (!call.contentType().equals(CONTENT_TYPE)) {
            return invalid("the content type must be " + CONTENT_TYPE);
        }
        return call.bodyWithin(LARGEST)
                .map(body -> decode(body, call.trace().trace(), possession))
                .orElseGet(() ->
                        new Faulty(Refusal.of(MpCode.MP_011, "the request is larger than " + LARGEST + " bytes")));
    }

    private static TokenForm decode(byte[] body, String traceId, Possession possession) {
        return UrlEncoded.utf8(body)
                .flatMap(UrlEncoded::parse)
                .map(parameters -> request(parameters, traceId, possession))
                .orElseGet(() -> invalid("the body is not a well-formed form"));
    }

    private static TokenForm request(QueryString parameters, String traceId, Possession possession) {
        if (parameters.values().keySet().stream().anyMatch(parameters::isRepeated)) {
            return invalid("a parameter occurs more than once" + repeated(parameters));
        }
        var grantType = value(parameters, "grant_type");
        if (grantType.isEmpty()) {
            return invalid("parameter grant_type is missing");
        }
        if (!grantType.get().equals(TokenRequest.JwtBearer.GRANT_TYPE)) {
            return faulty(OAuthError.UNSUPPORTED_GRANT_TYPE, "grant_type must be " + TokenRequest.JwtBearer.GRANT_TYPE);
        }
        return value(parameters, "assertion")
                .<TokenForm>map(assertion -> new Sound(new TokenRequest.JwtBearer(assertion, traceId, possession)))
                .orElseGet(() -> invalid("parameter assertion is missing"));
    }

    /** Names only those we know: what a stranger calls a parameter is not repeated. */
    private static String repeated(QueryString parameters) {
        return List.of("grant_type", "assertion").stream()
                .filter(parameters::isRepeated)
                .findFirst()
                .map(name -> ": " + name)
                .orElse("");
    }

    private static Optional<String> value(QueryString parameters, String name) {
        return parameters.single(name).filter(text -> !text.isEmpty());
    }

    private static TokenForm invalid(String text) {
        return faulty(OAuthError.INVALID_REQUEST, text);
    }

    private static TokenForm faulty(OAuthError error, String text) {
        return new Faulty(Refusal.of(error, text));
    }
}

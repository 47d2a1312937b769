package no.klarert.sdk;

import java.util.Optional;
import no.klarert.sdk.VerificationOutcome.Reason;
import no.klarert.vocabulary.ScopeName;

/** The {@code WWW-Authenticate} header for a request that was refused (RFC 6750 §3). Holds nothing the caller sent. */
final class BearerChallenge {
    /** For a token that is valid but does not give the access asked for. */
    static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\"";

    private BearerChallenge() {}

    static String of(Reason reason, Optional<ScopeName> scope) {
        return switch (reason) {
            case NO_TOKEN -> "Bearer";
            case SCOPE -> INSUFFICIENT + scope.map(BearerChallenge::scope).orElse("");
            case MALFORMED -> invalid("the token cannot be read");
            case ALGORITHM -> invalid("the signature algorithm is not allowed");
            case UNKNOWN_KEY, SIGNATURE -> invalid("the signature cannot be verified");
            case ISSUER -> invalid("the issuer is not trusted");
            case EXPIRED -> invalid("the token has expired");
            case NOT_YET_VALID -> invalid("the token is not valid yet");
            case AUDIENCE -> invalid("the token is meant for another audience");
            case BOUND -> invalid("tokens bound to a key are not accepted here");
            case CLAIM -> invalid("a claim is missing or malformed");
        };
    }

    private static String invalid(String description) {
        return "Bearer error=\"invalid_token\", error_description=\"" + description + "\"";
    }

    /** Scope names may hold letters that a header cannot (RFC 6750 §3 allows ASCII only); such a scope is not named. */
    private static String scope(ScopeName scope) {
        return scope.value().chars().allMatch(c -> c < 128) ? ", scope=\"" + scope.value() + "\"" : "";
    }
}

package no.klarert.sdk;

import java.util.Optional;

/** What became of a token request. */
public sealed interface TokenOutcome {
    /** The token, new or from the cache (RFC 6749 §5.1). */
    record Issued(AccessToken token) implements TokenOutcome {}

    /**
     * The issuer refuses; asking again without changing something will not help (RFC 6749 §5.2, Maskinporten errors).
     *
     * @param error the OAuth error code
     * @param description what the issuer says; for people and logs, not to be parsed
     * @param code the issuer's error number, such as {@code MP-303}, from {@code error_uri}
     * @param traceId what the issuer's support asks for
     */
    record Refused(String error, String description, Optional<String> code, Optional<String> traceId)
            implements TokenOutcome {}

    /** No usable answer: network, server error, or an answer that is not what a token endpoint says. Asking later may help. */
    record Unavailable(String reason) implements TokenOutcome {}
}

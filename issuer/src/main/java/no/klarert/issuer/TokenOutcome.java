package no.klarert.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.ScopeName;

/** What comes of a token request. */
public sealed interface TokenOutcome {
    /**
     * RFC 6749 §5.1.
     *
     * @param type how the token is to be presented
     * @param expiresIn one second less than the token's lifetime, as the public service answers (Maskinporten §4.1)
     * @param scopes exactly those requested, without duplicates
     */
    record Issued(AccessToken token, TokenType type, Duration expiresIn, List<ScopeName> scopes)
            implements TokenOutcome {
        public Issued {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * RFC 6749 §5.2.
     *
     * @param description ends with the trace id
     * @param errorUri a page about the error, for coded errors
     */
    record Refused(OAuthError error, String description, Optional<String> errorUri) implements TokenOutcome {}

    /** Neither issued nor refused: the client, which has proved who it is, asks too often. It may ask again after {@code pause}. */
    record TooMany(Duration pause) implements TokenOutcome {}
}

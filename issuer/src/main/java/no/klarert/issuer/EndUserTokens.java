package no.klarert.issuer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ScopeName;

/** Issues Altinn tokens to people who logged in (system user API §2.1). */
public final class EndUserTokens {
    /** What a person who logged in may always do: use the portal's own APIs. */
    public static final ScopeName PORTAL = ScopeName.parse("altinn:portal/enduser");

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final TokenSigner signer;
    private final InstantSource clock;

    /** Signs with {@code signer}, the Altinn issuer's. */
    public EndUserTokens(TokenSigner signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** A token for that person, whose log-in the caller vouches for, valid for 30 minutes. */
    public AccessToken issue(EndUser person, AuthenticationLevel level, Set<ScopeName> scopes) {
        var now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        PersonClaims.put(claims, person, level);
        claims.put("scope", scopes.stream().sorted().map(ScopeName::value).collect(Collectors.joining(" ")));
        claims.put("jti", signer.newTokenId());
        claims.put("iss", signer.issuer());
        AltinnTokenExchange.putTimes(claims, now, now.plus(LIFETIME));
        return signer.signTyped(claims, now);
    }
}

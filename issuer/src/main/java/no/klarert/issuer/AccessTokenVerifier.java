package no.klarert.issuer;

import java.security.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Verifies access tokens of our own two issuers (RFC 8725 §3; Maskinporten §9.1): RS256 only, a key that the named issuer itself
 * published, chosen by {@code kid} alone, issuer compared byte for byte, expiry with 10 s of leeway, and, if the token is bound, what
 * its holder has to prove (RFC 9449 §7.1; RFC 8705 §3).
 */
public final class AccessTokenVerifier {
    private static final int LONGEST = 32 * 1024;

    private final Issuers issuers;
    private final BoundTokens boundTokens;
    private final SignatureCheck signatures;
    private final InstantSource clock;

    public AccessTokenVerifier(Issuers issuers, BoundTokens boundTokens, Provider provider, InstantSource clock) {
        this.issuers = issuers;
        this.boundTokens = boundTokens;
        this.signatures = new SignatureCheck(provider);
        this.clock = clock;
    }

    /** Verifies the compact form of a token that came alone; never throws for any text. */
    public TokenVerification verify(String compact) {
        return verify(PresentedToken.bearer(compact));
    }

    /** Verifies a token as a request presented it; never throws for any text. */
    public TokenVerification verify(PresentedToken presented) {
        return switch (claims(presented)) {
            case Checked.Genuine genuine -> read(genuine);
            case Checked.Doubtful doubtful -> doubtful.why();
        };
    }

    /** The claims of a token that is ours, in time, and presented by its holder. */
    Checked claims(PresentedToken presented) {
        return presentedByItsHolder(presented, this::check);
    }

    private Checked presentedByItsHolder(PresentedToken presented, Function<CompactJws, Checked> check) {
        return switch (read(presented.compact(), check)) {
            case Checked.Genuine genuine ->
                boundTokens
                        .refusal(genuine.claims(), presented)
                        .<Checked>map(Checked.Doubtful::new)
                        .orElse(genuine);
            case Checked.Doubtful doubtful -> doubtful;
        };
    }

    /** The claims of a token of {@code issuer} alone, which opens nothing here by itself. */
    Checked claimsFrom(IssuerName name, Issuer issuer, PresentedToken presented) {
        return presentedByItsHolder(
                presented,
                jws -> issuer.identifier().equals(jws.payload().get("iss"))
                        ? check(jws, name, issuer)
                        : doubtful("the token is from another issuer"));
    }

    private static Checked read(String compact, Function<CompactJws, Checked> check) {
        if (compact.length() > LONGEST) {
            return doubtful("the token is longer than " + LONGEST + " characters");
        }
        try {
            return check.apply(CompactJws.parse(compact));
        } catch (InvalidValueException e) {
            return doubtful("the token is " + e.getMessage());
        }
    }

    private Checked check(CompactJws jws) {
        var issuer = jws.payload().get("iss");
        if (issuers.maskinporten().identifier().equals(issuer)) {
            return check(jws, IssuerName.MASKINPORTEN, issuers.maskinporten());
        }
        return issuers.altinn().identifier().equals(issuer)
                ? check(jws, IssuerName.ALTINN, issuers.altinn())
                : doubtful("the token is not from an issuer trusted here");
    }

    private Checked check(CompactJws jws, IssuerName name, Issuer issuer) {
        if (!jws.headerText("alg").equals(SignatureAlgorithm.RS256.name())
                || jws.header().containsKey("crit")) {
            return doubtful("the token's header is not one that this issuer writes");
        }
        var now = clock.instant();
        var key = issuer.keys().find(jws.headerText("kid"), now);
        if (key.isEmpty()
                || !signatures.holds(jws, SignatureAlgorithm.RS256, key.get().publicKey())) {
            return doubtful("the token is not signed with a key of its issuer");
        }
        return isInTime(jws.payload(), now)
                ? new Checked.Genuine(name, jws.payload())
                : doubtful("the token has expired or is not valid yet");
    }

    private static Checked doubtful(String reason) {
        return new Checked.Doubtful(new TokenVerification.Rejected(reason));
    }

    private static boolean isInTime(Map<String, Object> claims, Instant now) {
        var reader = new ClaimReader(claims);
        var expires = reader.requiredTime("exp");
        var notBefore = reader.time("nbf").orElse(Instant.EPOCH);
        return reader.problem().isEmpty()
                && expires.isAfter(now.minus(Validity.SKEW))
                && !notBefore.isAfter(now.plus(Validity.SKEW));
    }

    static TokenVerification read(Checked.Genuine genuine) {
        try {
            return new TokenVerification.Accepted(AccessTokenReader.read(genuine.issuer(), genuine.claims()));
        } catch (InvalidValueException e) {
            return new TokenVerification.Rejected(
                    "the token's claims are not those of an access token: " + e.getMessage());
        }
    }

    /** A token's claims, believed or not. */
    sealed interface Checked {
        record Genuine(IssuerName issuer, Map<String, Object> claims) implements Checked {}

        record Doubtful(TokenVerification.Refused why) implements Checked {}
    }
}

package no.klarert.issuer;

import java.security.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Verifies access tokens of our own two issuers (RFC 8725 §3; Maskinporten §9.1): RS256 only, a key that the named issuer itself
 * published, chosen by {@code kid} alone, issuer compared byte for byte, expiry with 10 s of leeway.
 */
public final class AccessTokenVerifier {
    private static final int LONGEST = 32 * 1024;

    private final Issuers issuers;
    private final SignatureCheck signatures;
    private final InstantSource clock;

    public AccessTokenVerifier(Issuers issuers, Provider provider, InstantSource clock) {
        this.issuers = issuers;
        this.signatures = new SignatureCheck(provider);
        this.clock = clock;
    }

    /** Verifies the compact form; never throws for any text. */
    public TokenVerification verify(String compact) {
        return switch (claims(compact)) {
            case Checked.Genuine genuine -> read(genuine);
            case Checked.Doubtful doubtful -> new TokenVerification.Rejected(doubtful.reason());
        };
    }

    /** The claims of a token that is ours and in time. */
    Checked claims(String compact) {
        if (compact.length() > LONGEST) {
            return new Checked.Doubtful("the token is longer than " + LONGEST + " characters");
        }
        try {
            return check(CompactJws.parse(compact));
        } catch (InvalidValueException e) {
            return new Checked.Doubtful("the token is " + e.getMessage());
        }
    }

    private Checked check(CompactJws jws) {
        var issuer = jws.payload().get("iss");
        if (issuers.maskinporten().identifier().equals(issuer)) {
            return check(jws, IssuerName.MASKINPORTEN, issuers.maskinporten());
        }
        return issuers.altinn().identifier().equals(issuer)
                ? check(jws, IssuerName.ALTINN, issuers.altinn())
                : new Checked.Doubtful("the token is not from an issuer trusted here");
    }

    private Checked check(CompactJws jws, IssuerName name, Issuer issuer) {
        if (!jws.headerText("alg").equals(SignatureAlgorithm.RS256.name())
                || jws.header().containsKey("crit")) {
            return new Checked.Doubtful("the token's header is not one that this issuer writes");
        }
        var key = issuer.keys().find(jws.headerText("kid"));
        if (key.isEmpty()
                || !signatures.holds(jws, SignatureAlgorithm.RS256, key.get().publicKey())) {
            return new Checked.Doubtful("the token is not signed with a key of its issuer");
        }
        return isInTime(jws.payload(), clock.instant())
                ? new Checked.Genuine(name, jws.payload())
                : new Checked.Doubtful("the token has expired or is not valid yet");
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

        record Doubtful(String reason) implements Checked {}
    }
}

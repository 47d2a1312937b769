package no.klarert.server;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.PresentedToken;
import no.klarert.issuer.ProofAlgorithm;
import no.klarert.issuer.TokenType;
import no.klarert.issuer.TokenVerification;
import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.vocabulary.ScopeName;

/**
 * Settles who calls, before anything of the body is read. Without a valid token the call ends with 401, with a token that lacks
 * the scope or is of the wrong kind with 403; both with an empty body, as the public services answer (system user API §2.1), and
 * with the challenge of RFC 6750 §3.
 */
final class Callers {
    private final AccessTokenVerifier verifier;
    private final Possessions possessions;
    private final RequestLimits limits;

    /** Ends calls of clients that call Maskinporten's own interfaces more often than {@code limits} has it with 429. */
    Callers(AccessTokenVerifier verifier, Possessions possessions, RequestLimits limits) {
        this.verifier = verifier;
        this.possessions = possessions;
        this.limits = limits;
    }

    /** The organisation behind the token, which has at least one of the scopes. */
    VerifiedAccessToken.OfOrganization organization(Call call, ScopeName... anyOf) {
        return switch (holder(call, anyOf)) {
            case VerifiedAccessToken.OfOrganization organization -> organization;
            case VerifiedAccessToken.OfPerson person -> throw forbidden(anyOf);
        };
    }

    /**
     * As {@link #organization}, for interfaces of Maskinporten itself: an exchanged token outlives the one it was exchanged for, and
     * does not administer anything there.
     */
    VerifiedAccessToken.OfOrganization maskinportenOrganization(Call call, ScopeName... anyOf) {
        var token = organization(call, anyOf);
        if (token.issuer() != IssuerName.MASKINPORTEN) {
            throw forbidden(anyOf);
        }
        limits.refuseTooMany(call, token.client());
        return token;
    }

    /** The person behind the token, which has at least one of the scopes. */
    VerifiedAccessToken.OfPerson person(Call call, ScopeName... anyOf) {
        return switch (holder(call, anyOf)) {
            case VerifiedAccessToken.OfPerson person -> person;
            case VerifiedAccessToken.OfOrganization organization -> throw forbidden(anyOf);
        };
    }

    /** The person behind the token, whatever its scopes: for interfaces where only a decision counts. */
    VerifiedAccessToken.OfPerson anyPerson(Call call) {
        return switch (verified(call)) {
            case VerifiedAccessToken.OfPerson person -> person;
            case VerifiedAccessToken.OfOrganization organization -> throw forbidden();
        };
    }

    /** Whoever is behind the token, which has at least one of the scopes. */
    VerifiedAccessToken holder(Call call, ScopeName... anyOf) {
        var token = verified(call);
        if (!token.hasAnyOf(anyOf)) {
            throw forbidden(anyOf);
        }
        return token;
    }

    private VerifiedAccessToken verified(Call call) {
        return switch (verifier.verify(presented(call))) {
            case TokenVerification.Accepted accepted -> accepted.token();
            case TokenVerification.Refused why -> throw refused(why);
        };
    }

    /**
     * The token that came with the call, not verified in any way; unless there is exactly one, the call ends with 401. A bound token
     * is presented with scheme DPoP and a proof (RFC 9449 §7.1), every other with scheme Bearer.
     */
    PresentedToken presented(Call call) {
        if (call.headers().all("Authorization").size() > 1) {
            throw unauthorized("Bearer error=\"invalid_request\"");
        }
        return presented(call, TokenType.BEARER)
                .or(() -> presented(call, TokenType.DPOP))
                .orElseThrow(() -> unauthorized("Bearer"));
    }

    private Optional<PresentedToken> presented(Call call, TokenType scheme) {
        return call.credentials(scheme.wireName())
                .map(token -> new PresentedToken(scheme, token, possessions.of(call)));
    }

    /** Ends a call whose token is not one of ours, or no longer, or not its sender's. */
    static RefusedCall refused(TokenVerification.Refused why) {
        return switch (why) {
            case TokenVerification.Rejected rejected -> unauthorized("Bearer error=\"invalid_token\"");
            case TokenVerification.Unproven unproven ->
                unauthorized("DPoP error=\"" + unproven.error() + "\", error_description=\"" + unproven.reason()
                        + "\", algs=\"" + String.join(" ", ProofAlgorithm.names()) + "\"");
        };
    }

    private static RefusedCall unauthorized(String challenge) {
        return new RefusedCall(Answer.empty(401).with("WWW-Authenticate", challenge));
    }

    /** Ends a call whose token is not meant for this, naming the scopes that would be. */
    static RefusedCall forbidden(ScopeName... anyOf) {
        var scopes = Arrays.stream(anyOf).map(ScopeName::value).collect(Collectors.joining(" "));
        return new RefusedCall(Answer.empty(403)
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\""));
    }
}

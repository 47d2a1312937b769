package no.klarert.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.IssuerName;
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
    private final RequestLimits limits;

    Callers(AccessTokenVerifier verifier) {
        this(verifier, RequestLimits.NONE);
    }

    /** Ends calls of clients that call Maskinporten's own interfaces more often than {@code limits} has it with 429. */
    Callers(AccessTokenVerifier verifier, RequestLimits limits) {
        this.verifier = verifier;
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
        return switch (verifier.verify(unverified(call))) {
            case TokenVerification.Accepted accepted -> accepted.token();
            case TokenVerification.Rejected rejected -> throw invalidToken();
        };
    }

    /** The token that came with the call, not verified in any way; unless there is exactly one, the call ends with 401. */
    static String unverified(Call call) {
        if (call.headers().all("Authorization").size() > 1) {
            throw unauthorized("Bearer error=\"invalid_request\"");
        }
        return call.bearerToken().orElseThrow(() -> unauthorized("Bearer"));
    }

    /** Ends a call whose token is not one of ours, or no longer. */
    static RefusedCall invalidToken() {
        return unauthorized("Bearer error=\"invalid_token\"");
    }

    private static RefusedCall unauthorized(String challenge) {
        return new RefusedCall(Answer.empty(401).with("WWW-Authenticate", challenge));
    }

    private static RefusedCall forbidden(ScopeName... anyOf) {
        var scopes = Arrays.stream(anyOf).map(ScopeName::value).collect(Collectors.joining(" "));
        return new RefusedCall(Answer.empty(403)
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\""));
    }
}

package no.klarert.issuer;

import java.time.InstantSource;
import java.util.Optional;
import no.klarert.storage.Transactions;

/**
 * The token endpoint without HTTP: one request in, one outcome out (RFC 6749 §3.2). The stops are {@link AssertionVerifier}, {@link
 * JwtBearerGrant}, {@link TokenSigner} and, whatever came of it, {@link TokenLog}.
 */
public final class TokenService {
    private static final int LONGEST_LOGGED = 2_000;

    private final AssertionVerifier verifier;
    private final JwtBearerGrant jwtBearer;
    private final TokenSigner signer;
    private final TokenLog log;
    private final Transactions transactions;
    private final InstantSource clock;

    public TokenService(
            AssertionVerifier verifier,
            JwtBearerGrant jwtBearer,
            TokenSigner signer,
            TokenLog log,
            Transactions transactions,
            InstantSource clock) {
        this.verifier = verifier;
        this.jwtBearer = jwtBearer;
        this.signer = signer;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Issues a token or says why not. A store that cannot be reached is an exception, never a refusal. */
    public TokenOutcome request(TokenRequest request) {
        return switch (request) {
            case TokenRequest.JwtBearer bearer ->
                switch (verifier.verify(bearer.assertion())) {
                    case VerifiedAssertion verified -> answer(verified, bearer.traceId());
                    case Verification.Unverified unverified -> refuse(unverified, bearer.traceId());
                };
        };
    }

    /** A refusal in the form of the endpoint: with trace id and, if coded, the address of its explanation (Maskinporten §5.1). */
    public TokenOutcome.Refused refused(Refusal refusal, String traceId) {
        return new TokenOutcome.Refused(
                refusal.error(),
                refusal.text() + " (trace_id: " + traceId + ")",
                refusal.code().map(code -> signer.issuer() + "errors/" + code.code()));
    }

    private TokenOutcome answer(VerifiedAssertion assertion, String traceId) {
        var decision = transactions.run(transaction -> jwtBearer.decide(transaction, assertion));
        return switch (decision) {
            case Step.Passed<Grant> passed -> issue(assertion, passed.value(), traceId);
            case Step.Stopped<Grant> stopped -> {
                record(assertion, Optional.empty(), stopped.refusal().label(), traceId);
                yield refused(stopped.refusal(), traceId);
            }
        };
    }

    private TokenOutcome issue(VerifiedAssertion assertion, Grant grant, String traceId) {
        var now = clock.instant();
        var token = signer.sign(AccessTokenClaims.of(grant, signer.issuer(), now, signer.newTokenId()), now);
        record(assertion, Optional.of(grant), "issued", traceId);
        return new TokenOutcome.Issued(
                token,
                grant.lifetime().minusSeconds(1),
                grant.scopes().stream().map(Scope::name).toList());
    }

    private TokenOutcome refuse(Verification.Unverified unverified, String traceId) {
        unverified
                .named()
                .ifPresent(client -> record(client, "", "", unverified.refusal().label(), traceId));
        return refused(unverified.refusal(), traceId);
    }

    private void record(VerifiedAssertion assertion, Optional<Grant> grant, String outcome, String traceId) {
        var systemUser = grant.flatMap(Grant::systemUser)
                .map(granted -> granted.found().systemUser().toString())
                .orElse("");
        record(assertion.client(), assertion.requested().scope(), systemUser, outcome, traceId);
    }

    private void record(Client client, String scopes, String systemUser, String outcome, String traceId) {
        var entry = new TokenLog.Entry(
                clock.instant(),
                traceId,
                client.id().value(),
                client.owner().value(),
                onOneLine(scopes),
                systemUser,
                outcome);
        transactions.run(transaction -> {
            log.record(transaction, entry);
            return entry;
        });
    }

    private static String onOneLine(String scopes) {
        var shown = scopes.length() > LONGEST_LOGGED ? scopes.substring(0, LONGEST_LOGGED) : scopes;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}

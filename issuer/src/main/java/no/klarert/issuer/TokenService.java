package no.klarert.issuer;

import java.time.InstantSource;

/**
 * The token endpoint without HTTP: one request in, one outcome out (RFC 6749 §3.2). The stops are {@link AssertionVerifier}, {@link
 * JwtBearerGrant}, {@link TokenLog}, which uses the assertion up and keeps what came of it, and {@link TokenSigner}.
 */
public final class TokenService {
    private static final int LONGEST_LOGGED = 2_000;
    private static final Refusal USED_BEFORE = Refusal.of(MpCode.MP_012);

    private final AssertionVerifier verifier;
    private final JwtBearerGrant jwtBearer;
    private final TokenSigner signer;
    private final TokenLog log;
    private final InstantSource clock;
    private final ClientLimit limit;

    /** One that lets every client ask as often as it likes. */
    public TokenService(
            AssertionVerifier verifier,
            JwtBearerGrant jwtBearer,
            TokenSigner signer,
            TokenLog log,
            InstantSource clock) {
        this(verifier, jwtBearer, signer, log, clock, ClientLimit.NONE);
    }

    /** Requests that {@code limit} keeps waiting are not recorded: that would cost what the limit is there to save. */
    public TokenService(
            AssertionVerifier verifier,
            JwtBearerGrant jwtBearer,
            TokenSigner signer,
            TokenLog log,
            InstantSource clock,
            ClientLimit limit) {
        this.limit = limit;
        this.verifier = verifier;
        this.jwtBearer = jwtBearer;
        this.signer = signer;
        this.log = log;
        this.clock = clock;
    }

    /** Issues a token or says why not. A store that cannot be reached is an exception, never a refusal. */
    public TokenOutcome request(TokenRequest request) {
        return switch (request) {
            case TokenRequest.JwtBearer bearer ->
                switch (verifier.verify(bearer.assertion())) {
                    case VerifiedAssertion verified ->
                        limit.waitingTime(verified.client().id())
                                .<TokenOutcome>map(TokenOutcome.TooMany::new)
                                .orElseGet(() -> answer(verified, bearer.traceId()));
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
        var decision = jwtBearer.decide(assertion);
        return log.use(assertion.use(), entry(assertion, decision, traceId), USED_BEFORE.label())
                ? answer(decision, traceId)
                : refused(USED_BEFORE, traceId);
    }

    private TokenOutcome answer(Step<Grant> decision, String traceId) {
        return switch (decision) {
            case Step.Passed<Grant> passed -> issue(passed.value());
            case Step.Stopped<Grant> stopped -> refused(stopped.refusal(), traceId);
        };
    }

    private TokenOutcome issue(Grant grant) {
        var now = clock.instant();
        var token = signer.sign(AccessTokenClaims.of(grant, signer.issuer(), now, signer.newTokenId()), now);
        return new TokenOutcome.Issued(
                token,
                grant.lifetime().minusSeconds(1),
                grant.scopes().stream().map(Scope::name).toList());
    }

    private TokenOutcome refuse(Verification.Unverified unverified, String traceId) {
        unverified
                .named()
                .ifPresent(client ->
                        log.record(entry(client, "", "", unverified.refusal().label(), traceId)));
        return refused(unverified.refusal(), traceId);
    }

    private TokenLog.Entry entry(VerifiedAssertion assertion, Step<Grant> decision, String traceId) {
        return switch (decision) {
            case Step.Passed<Grant>(var grant) ->
                entry(assertion.client(), LoggedScopes.of(grant), systemUser(grant), "issued", traceId);
            case Step.Stopped<Grant> stopped ->
                entry(
                        assertion.client(),
                        LoggedScopes.of(assertion.requested().scope()),
                        "",
                        stopped.refusal().label(),
                        traceId);
        };
    }

    private static String systemUser(Grant grant) {
        return grant.systemUser()
                .map(granted -> granted.found().systemUser().toString())
                .orElse("");
    }

    private TokenLog.Entry entry(Client client, String scopes, String systemUser, String outcome, String traceId) {
        return new TokenLog.Entry(
                clock.instant(),
                traceId,
                client.id().value(),
                client.owner().value(),
                scopes,
                systemUser,
                outcome);
    }
}

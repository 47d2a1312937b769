package no.klarert.issuer;

import java.time.InstantSource;
import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;

/**
 * The token endpoint without HTTP: one request in, one outcome out (RFC 6749 §3.2). The stops are {@link AssertionVerifier}, {@link
 * BoundTokens}, {@link JwtBearerGrant}, {@link TokenLog}, which uses the assertion up and keeps what came of it, and {@link
 * TokenSigner}.
 */
public final class TokenService {
    private static final Refusal USED_BEFORE = Refusal.of(MpCode.MP_012);

    private final AssertionVerifier verifier;
    private final BoundTokens boundTokens;
    private final JwtBearerGrant jwtBearer;
    private final TokenSigner signer;
    private final TokenLog log;
    private final InstantSource clock;
    private final ClientLimit limit;

    /** One that lets every client ask as often as it likes. */
    public TokenService(
            AssertionVerifier verifier,
            BoundTokens boundTokens,
            JwtBearerGrant jwtBearer,
            TokenSigner signer,
            TokenLog log,
            InstantSource clock) {
        this(verifier, boundTokens, jwtBearer, signer, log, clock, ClientLimit.NONE);
    }

    /** Requests that {@code limit} keeps waiting are not recorded: that would cost what the limit is there to save. */
    public TokenService(
            AssertionVerifier verifier,
            BoundTokens boundTokens,
            JwtBearerGrant jwtBearer,
            TokenSigner signer,
            TokenLog log,
            InstantSource clock,
            ClientLimit limit) {
        this.limit = limit;
        this.verifier = verifier;
        this.boundTokens = boundTokens;
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
                                .orElseGet(() -> answer(verified, bearer));
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

    private TokenOutcome answer(VerifiedAssertion assertion, TokenRequest.JwtBearer request) {
        var traceId = request.traceId();
        var decision = boundTokens
                .confirm(assertion.client(), request.possession())
                .then(confirmation -> jwtBearer.decide(assertion).map(grant -> new Approval(grant, confirmation)));
        return log.use(assertion.use(), entry(assertion, decision, traceId), USED_BEFORE.label())
                ? answer(decision, traceId)
                : refused(USED_BEFORE, traceId);
    }

    private TokenOutcome answer(Step<Approval> decision, String traceId) {
        return switch (decision) {
            case Step.Passed<Approval> passed -> issue(passed.value());
            case Step.Stopped<Approval> stopped -> refused(stopped.refusal(), traceId);
        };
    }

    private TokenOutcome issue(Approval approval) {
        var now = clock.instant();
        var grant = approval.grant();
        var claims = AccessTokenClaims.of(grant, signer.issuer(), now, signer.newTokenId());
        approval.confirmation().ifPresent(confirmation -> confirmation.bind(claims));
        return new TokenOutcome.Issued(
                signer.sign(claims, now),
                approval.confirmation().map(Confirmation::tokenType).orElse(TokenType.BEARER),
                grant.lifetime().minusSeconds(1),
                grant.scopes().stream().map(Scope::name).toList());
    }

    private TokenOutcome refuse(Verification.Unverified unverified, String traceId) {
        unverified
                .named()
                .ifPresent(client -> log.record(entry(
                        client, client.owner(), "", "", unverified.refusal().label(), traceId)));
        return refused(unverified.refusal(), traceId);
    }

    private TokenLog.Entry entry(VerifiedAssertion assertion, Step<Approval> decision, String traceId) {
        var client = assertion.client();
        var consumer = assertion.requested().consumer().orElse(client.owner());
        return switch (decision) {
            case Step.Passed<Approval>(var approval) ->
                entry(
                        client,
                        consumer,
                        LoggedScopes.of(approval.grant()),
                        systemUser(approval.grant()),
                        "issued",
                        traceId);
            case Step.Stopped<Approval> stopped ->
                entry(
                        client,
                        consumer,
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

    private TokenLog.Entry entry(
            Client client, OrgNumber consumer, String scopes, String systemUser, String outcome, String traceId) {
        return new TokenLog.Entry(
                clock.instant(), traceId, client.id().value(), consumer.value(), scopes, systemUser, outcome);
    }

    /** What a client is given, and what its token is bound to. */
    private record Approval(Grant grant, Optional<Confirmation> confirmation) {}
}

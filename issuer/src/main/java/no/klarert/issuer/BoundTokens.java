package no.klarert.issuer;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Binds the tokens of clients that want it to a key or a certificate, and asks whoever presents such a token for the same (RFC 9449;
 * RFC 8705 §3). For other clients and tokens nothing is looked at: proofs and certificates that come along are ignored.
 */
public final class BoundTokens {
    private final DpopProofs proofs;

    /** Proofs are used up in {@code replayGuard}, shared by all nodes. */
    public BoundTokens(ReplayGuard replayGuard, InstantSource clock) {
        this.proofs = new DpopProofs(replayGuard, clock);
    }

    /** What a new token of {@code client} is bound to; empty for a plain bearer token. */
    Step<Optional<Confirmation>> confirm(Client client, Possession possession) {
        return switch (client.binding()) {
            case NONE -> Step.passed(Optional.empty());
            case DPOP_KEY ->
                proofs.provenFor(client.id(), possession)
                        .map(thumbprint -> Optional.of(new Confirmation.DpopKey(thumbprint)));
            case CLIENT_CERTIFICATE ->
                possession
                        .clientCertificate()
                        .map(certificate -> Step.<Optional<Confirmation>>passed(
                                Optional.of(Confirmation.Certificate.of(certificate))))
                        .orElseGet(
                                () -> Step.stopped(
                                        Refusal.of(
                                                OAuthError.INVALID_REQUEST,
                                                "the client's tokens are bound to its TLS certificate, and the request came with none")));
        };
    }

    /** Why the token with these claims gives no access to whoever presents it so; empty if it does. */
    Optional<TokenVerification.Refused> refusal(Map<String, Object> claims, PresentedToken presented) {
        try {
            return refusal(Confirmation.read(claims), claims, presented);
        } catch (InvalidValueException e) {
            return rejected("the token's claims are not those of an access token: " + e.getMessage());
        }
    }

    private Optional<TokenVerification.Refused> refusal(
            Optional<Confirmation> confirmation, Map<String, Object> claims, PresentedToken presented) {
        if (confirmation.isEmpty()) {
            return presented.scheme() == TokenType.BEARER
                    ? Optional.empty()
                    : rejected("the token is not bound to a key; it is a bearer token");
        }
        return switch (confirmation.get()) {
            case Confirmation.DpopKey key -> keyRefusal(key, claims, presented);
            case Confirmation.Certificate certificate -> certificateRefusal(certificate, presented);
        };
    }

    private Optional<TokenVerification.Refused> keyRefusal(
            Confirmation.DpopKey key, Map<String, Object> claims, PresentedToken presented) {
        if (presented.scheme() != TokenType.DPOP) {
            return Optional.of(new TokenVerification.Unproven(
                    "invalid_token", "the token is bound to a key; present it with scheme DPoP and a proof"));
        }
        var client = new ClientId(claims.get("client_id") instanceof String id ? id : "");
        return switch (proofs.provenFor(client, presented.possession(), presented.compact())) {
            case Step.Passed<String> proven ->
                proven.value().equals(key.thumbprint())
                        ? Optional.empty()
                        : unproven("the proof is of another key than that of the token");
            case Step.Stopped<String> stopped -> unproven(stopped.refusal().text());
        };
    }

    private static Optional<TokenVerification.Refused> certificateRefusal(
            Confirmation.Certificate confirmed, PresentedToken presented) {
        boolean same = presented.scheme() == TokenType.BEARER
                && presented
                        .possession()
                        .clientCertificate()
                        .map(Confirmation.Certificate::of)
                        .filter(confirmed::equals)
                        .isPresent();
        return same
                ? Optional.empty()
                : rejected("the token is bound to another TLS certificate than that of the request");
    }

    private static Optional<TokenVerification.Refused> rejected(String reason) {
        return Optional.of(new TokenVerification.Rejected(reason));
    }

    private static Optional<TokenVerification.Refused> unproven(String reason) {
        return Optional.of(new TokenVerification.Unproven(OAuthError.INVALID_DPOP_PROOF.code(), reason));
    }
}

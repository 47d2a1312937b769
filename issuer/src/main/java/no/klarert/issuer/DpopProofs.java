package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Checks DPoP proofs (RFC 9449 §4.3): one to a request, made for this request and, if it goes with a token, for that token, within
 * the last minute, and used once. There are no nonces: a proof that is stolen is of no use for longer than a minute, and used up by
 * whoever comes first.
 */
final class DpopProofs {
    /** How old a proof may be, besides what clocks differ. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(1);

    private final ReplayGuard replayGuard;
    private final InstantSource clock;

    DpopProofs(ReplayGuard replayGuard, InstantSource clock) {
        this.replayGuard = replayGuard;
        this.clock = clock;
    }

    /** The thumbprint of the key that {@code possession} proves for a request to issue a token to {@code client}. */
    Step<String> provenFor(ClientId client, Possession possession) {
        return proven(client, possession, Optional.empty());
    }

    /** The thumbprint of the key that {@code possession} proves for a request with a token of {@code client}. */
    Step<String> provenFor(ClientId client, Possession possession, String accessToken) {
        return proven(client, possession, Optional.of(sha256(accessToken)));
    }

    private Step<String> proven(ClientId client, Possession possession, Optional<String> tokenHash) {
        var proofs = possession.dpopProofs();
        if (proofs.size() != 1) {
            return refused(proofs.isEmpty() ? "header DPoP is missing" : "there is more than one header DPoP");
        }
        try {
            return proven(client, possession, tokenHash, DpopProof.read(proofs.get(0)));
        } catch (InvalidValueException e) {
            return refused("header DPoP is " + e.getMessage());
        }
    }

    private Step<String> proven(ClientId client, Possession possession, Optional<String> tokenHash, DpopProof proof) {
        if (!proof.method().equals(possession.method())) {
            return refused("`htm` is not the method of this request");
        }
        if (!isSame(proof.uri(), possession.uri())) {
            return refused("`htu` is not the address of this request");
        }
        if (tokenHash.isPresent() && !tokenHash.equals(proof.accessTokenHash())) {
            return refused("`ath` is not the hash of the access token");
        }
        return inTime(proof) ? used(client, proof) : refused("`iat` is not within the last minute");
    }

    private boolean inTime(DpopProof proof) {
        var now = clock.instant();
        return !proof.issuedAt().isAfter(now.plus(Validity.SKEW))
                && lastUse(proof).isAfter(now);
    }

    private static Instant lastUse(DpopProof proof) {
        return proof.issuedAt().plus(LONGEST_LIFE).plus(Validity.SKEW);
    }

    /** Begins with a control character, so that no {@code jti} of an assertion is in the same place (RFC 9449 §11.1). */
    private Step<String> used(ClientId client, DpopProof proof) {
        var thumbprint = proof.key().thumbprint();
        var use = "\0dpop\0" + thumbprint + "\0" + proof.jti();
        return replayGuard.claim(client, use, lastUse(proof).plus(Validity.SKEW))
                ? Step.passed(thumbprint)
                : refused("the proof was used before");
    }

    private static boolean isSame(String stated, String requested) {
        var address = withoutQuery(requested);
        return address.isPresent() && withoutQuery(stated).equals(address);
    }

    /** Scheme and host in lower case, no default port, no query and no fragment (RFC 9449 §4.3 item 9); empty if it is no URI. */
    private static Optional<String> withoutQuery(String text) {
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int standard = scheme.equals("https") ? 443 : 80;
            var port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String sha256(String accessToken) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return Base64URL.encode(hash.digest(accessToken.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IssuerException("this Java has no SHA-256", e);
        }
    }

    private static Step<String> refused(String why) {
        return Step.stopped(Refusal.of(OAuthError.INVALID_DPOP_PROOF, why));
    }
}

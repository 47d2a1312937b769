package no.klarert.sdk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import no.klarert.sdk.VerificationOutcome.Reason;

/** A compact JWS (RFC 7515 §3.1) as received: its header is read, nothing in it is trusted. */
final class SignedToken {
    /** The allowed signature algorithms; never a MAC, never {@code none} (RFC 8725 §3.1). */
    static final List<String> ALGORITHMS = List.of("RS256", "RS384", "RS512");

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final String compact;
    private final String keyId;

    private SignedToken(String compact, String keyId) {
        this.compact = compact;
        this.keyId = keyId;
    }

    /** Reads the header; refuses what is malformed, and any algorithm that is not allowed. */
    static SignedToken parse(String compact) throws TokenRejection {
        if (compact.length() > MAX_LENGTH || !COMPACT.matcher(compact).matches()) {
            throw new TokenRejection(Reason.MALFORMED, "not a compact JWS of at most " + MAX_LENGTH + " characters");
        }
        var header = part(compact, 0);
        try {
            var algorithm = header.requiredText("alg");
            if (!ALGORITHMS.contains(algorithm)) {
                throw new TokenRejection(Reason.ALGORITHM, "algorithm " + Shown.quoted(algorithm) + " is not allowed");
            }
            if (header.has("crit")) {
                throw new TokenRejection(Reason.MALFORMED, "its header has critical extensions (RFC 7515 §4.1.11)");
            }
            return new SignedToken(compact, header.text("kid").orElse(""));
        } catch (UnreadableJsonException unreadable) {
            throw malformed(unreadable);
        }
    }

    String keyId() {
        return keyId;
    }

    /** The payload, once the signature has been found to be made with {@code key}. */
    JsonObject verifiedBy(RSAPublicKey key) throws TokenRejection {
        if (!isSignedBy(key)) {
            throw new TokenRejection(Reason.SIGNATURE, "the signature does not fit key " + Shown.quoted(keyId));
        }
        return part(compact, 1);
    }

    private boolean isSignedBy(RSAPublicKey key) {
        try {
            return JWSObject.parse(compact).verify(new RSASSAVerifier(key));
        } catch (ParseException | JOSEException unusable) {
            return false;
        }
    }

    private static JsonObject part(String compact, int index) throws TokenRejection {
        try {
            var decoded = Base64.getUrlDecoder().decode(compact.split("\\.", -1)[index]);
            return JsonObject.parse(new String(decoded, StandardCharsets.UTF_8));
        } catch (UnreadableJsonException | IllegalArgumentException unreadable) {
            throw malformed(unreadable);
        }
    }

    private static TokenRejection malformed(RuntimeException unreadable) {
        return new TokenRejection(
                Reason.MALFORMED, "its JSON cannot be read: " + Shown.text("" + unreadable.getMessage()));
    }
}

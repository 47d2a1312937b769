package no.klarert.sdk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.sdk.VerificationOutcome.Reason;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/** Turns the claims of a token whose signature has been verified into values (Maskinporten access token, claims). */
final class TokenClaims {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    /** What Altinn states when it exchanges a Maskinporten token. */
    private static final AuthenticationLevel MASKINPORTEN = new AuthenticationLevel(3);

    private final JsonObject claims;

    TokenClaims(JsonObject claims) {
        this.claims = claims;
    }

    /** Reads all claims; what must be there and is not, or is malformed, is refused. */
    VerifiedToken read(Instant expiresAt) throws TokenRejection {
        try {
            return new VerifiedToken(
                    organization(claims.object("consumer")
                            .orElseThrow(() -> new UnreadableJsonException("`consumer` is missing"))),
                    claims.object("supplier").map(TokenClaims::organization),
                    scopes(),
                    systemUser(),
                    authenticationLevel(),
                    claims.text("urn:altinn:org"),
                    claims.text("jti"),
                    expiresAt);
        } catch (UnreadableJsonException | InvalidValueException malformed) {
            throw new TokenRejection(Reason.CLAIM, Shown.text("" + malformed.getMessage()));
        }
    }

    private Set<String> scopes() {
        return Arrays.stream(claims.text("scope").orElse("").split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An array in a token from the issuer, a single object after an exchange; elements of other types are not ours to read. */
    private Optional<SystemUser> systemUser() {
        var found = claims.oneOrMoreObjects("authorization_details").stream()
                .filter(details -> details.text("type").equals(Optional.of(Grant.SYSTEM_USER)))
                .toList();
        if (found.size() > 1) {
            throw new UnreadableJsonException("`authorization_details` names more than one system user");
        }
        return found.stream().findFirst().map(TokenClaims::systemUser);
    }

    private static SystemUser systemUser(JsonObject details) {
        List<String> ids = details.texts("systemuser_id");
        if (ids.isEmpty()) {
            throw new UnreadableJsonException("`systemuser_id` is empty");
        }
        var owner = details.object("systemuser_org")
                .orElseThrow(() -> new UnreadableJsonException("`systemuser_org` is missing"));
        return new SystemUser(
                SystemUserId.parse(ids.get(0)),
                organization(owner),
                details.text("system_id").map(SystemId::new));
    }

    /** Some documents write {@code id}, the wire has {@code ID}. */
    private static OrgNumber organization(JsonObject organization) {
        if (!organization.requiredText("authority").equals(AUTHORITY)) {
            throw new UnreadableJsonException("`authority` is not `" + AUTHORITY + "`");
        }
        return OrgNumber.fromIso6523(
                organization.text("ID").or(() -> organization.text("id")).orElse(""));
    }

    /** Only tokens straight from Maskinporten carry {@code client_amr}; the exchange takes it out and states the level. */
    private AuthenticationLevel authenticationLevel() {
        var stated = claims.integer("urn:altinn:authlevel");
        if (stated.isEmpty()) {
            return claims.has("client_amr") ? MASKINPORTEN : new AuthenticationLevel(0);
        }
        long level = stated.get();
        if (level < 0 || level > 4) {
            throw new UnreadableJsonException("`urn:altinn:authlevel` is not 0 to 4");
        }
        return new AuthenticationLevel((int) level);
    }
}

package no.klarert.issuer;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.PersonIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges an ID-porten token, of a person who logged in, for an Altinn token of that person (system user API §1.5). The new token
 * lives as long as the old one had left.
 */
public final class EndUserTokenExchange {
    private static final Set<String> NOT_COPIED =
            Set.of("aud", "iss", "at_hash", "sid", "sub", "iat", "nbf", "exp", PersonClaims.AMR);
    private static final String ALTINN_SCOPES = "altinn:";

    private final Issuer idPorten;
    private final AccessTokenVerifier verifier;
    private final TokenSigner signer;
    private final EndUsers people;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /** Takes tokens of {@code idPorten} and signs with {@code signer}, the Altinn issuer's; {@code ids} gives session ids. */
    public EndUserTokenExchange(
            Issuer idPorten,
            AccessTokenVerifier verifier,
            TokenSigner signer,
            EndUsers people,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.idPorten = idPorten;
        this.verifier = verifier;
        this.signer = signer;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Exchanges a token of ID-porten's; one without any scope of Altinn's is not meant for this. */
    public ExchangeOutcome exchange(PresentedToken presented) {
        return switch (verifier.claimsFrom(IssuerName.ID_PORTEN, idPorten, presented)) {
            case AccessTokenVerifier.Checked.Doubtful doubtful -> new ExchangeOutcome.Refused(doubtful.why());
            case AccessTokenVerifier.Checked.Genuine genuine ->
                hasAltinnScope(genuine.claims()) ? exchange(genuine.claims()) : new ExchangeOutcome.Insufficient();
        };
    }

    private static boolean hasAltinnScope(Map<String, Object> claims) {
        return claims.get("scope") instanceof String scope
                && Arrays.stream(scope.split(" ", -1)).anyMatch(name -> name.startsWith(ALTINN_SCOPES));
    }

    private ExchangeOutcome exchange(Map<String, Object> original) {
        var level = Optional.ofNullable(original.get(PersonClaims.ACR)).flatMap(LevelOfAssurance::ofAcr);
        if (level.isEmpty()) {
            return refused("the token does not say how the person was authenticated");
        }
        return person(original)
                .<ExchangeOutcome>map(person -> new ExchangeOutcome.Exchanged(sign(original, person, level.get())))
                .orElseGet(() -> refused("the token is not of a person with a user profile here"));
    }

    private Optional<EndUser> person(Map<String, Object> original) {
        try {
            return original.get(PersonClaims.PID) instanceof String pid
                    ? people.find(new PersonIdentifier(pid))
                    : Optional.empty();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private AccessToken sign(Map<String, Object> original, EndUser person, LevelOfAssurance level) {
        var now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        PersonClaims.put(claims, person, level.level());
        claims.put(AltinnClaims.METHOD, method(original.get(PersonClaims.AMR)));
        original.forEach((name, value) -> {
            if (!NOT_COPIED.contains(name)) {
                claims.put(name, AltinnTokenExchange.collapsed(value));
            }
        });
        claims.put("iss", signer.issuer());
        claims.put("sid", ids.get().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", Objects.requireNonNull(original.get("exp"), "a token in time says until when"));
        return signer.signTyped(claims, now);
    }

    /** The first method named, as the public service has it. */
    private static String method(@Nullable Object amr) {
        return amr instanceof List<?> methods && !methods.isEmpty() && methods.get(0) instanceof String first
                ? first
                : amr instanceof String one ? one : "NotDefined";
    }

    private static ExchangeOutcome refused(String reason) {
        return new ExchangeOutcome.Refused(new TokenVerification.Rejected(reason));
    }
}

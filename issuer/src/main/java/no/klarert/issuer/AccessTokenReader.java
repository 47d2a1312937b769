package no.klarert.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;
import org.jspecify.annotations.Nullable;

/** Turns the claims of a genuine token into values; what is not as we write it is an {@link InvalidValueException}. */
final class AccessTokenReader {
    private AccessTokenReader() {}

    static VerifiedAccessToken read(IssuerName issuer, Map<String, Object> claims) {
        return claims.containsKey(AltinnClaims.USER_ID) ? person(issuer, claims) : organization(issuer, claims);
    }

    private static VerifiedAccessToken person(IssuerName issuer, Map<String, Object> claims) {
        var person = new EndUser(
                new UserId(integer(claims, AltinnClaims.USER_ID)),
                new PartyId(integer(claims, AltinnClaims.PARTY_ID)),
                PartyUuid.parse(text(claims, AltinnClaims.PARTY_UUID)));
        return new VerifiedAccessToken.OfPerson(person, scopes(claims), level(issuer, claims));
    }

    private static VerifiedAccessToken organization(IssuerName issuer, Map<String, Object> claims) {
        return new VerifiedAccessToken.OfOrganization(
                issuer,
                organizationNumber(claims.get("consumer")),
                new ClientId(text(claims, "client_id")),
                scopes(claims),
                level(issuer, claims),
                prefixes(claims.get("consumer_prefix")),
                systemUser(claims.get("authorization_details")));
    }

    /** Organisation identifier object (Maskinporten §0.3); the number is the second element of the identifier. */
    private static OrgNumber organizationNumber(@Nullable Object value) {
        if (value instanceof Map<?, ?> organization
                && RequestedSystemUser.AUTHORITY.equals(organization.get("authority"))
                && organization.get("ID") instanceof String id) {
            return OrgNumber.fromIso6523(id);
        }
        throw InvalidValueException.secret("organisation identifier", "an object with `authority` and `ID`");
    }

    /** Those of log-ins that have no prefix, such as {@code openid}, open nothing here and are passed over. */
    private static Set<ScopeName> scopes(Map<String, Object> claims) {
        return Arrays.stream(text(claims, "scope").split(" ", -1))
                .filter(scope -> scope.indexOf(':') >= 0)
                .map(ScopeName::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Maskinporten tokens do not say; they count like what they can be exchanged for. */
    private static AuthenticationLevel level(IssuerName issuer, Map<String, Object> claims) {
        return issuer == IssuerName.MASKINPORTEN
                ? AltinnClaims.LEVEL_OF_MASKINPORTEN
                : new AuthenticationLevel(integer(claims, AltinnClaims.LEVEL));
    }

    private static Set<String> prefixes(@Nullable Object value) {
        return switch (value) {
            case null -> Set.of();
            case String one -> Set.of(one);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            default -> throw InvalidValueException.secret("claim", "`consumer_prefix` must hold strings");
        };
    }

    /** An array in Maskinporten tokens, one object in exchanged ones; elements of other types are skipped (Maskinporten §9.1). */
    private static Optional<VerifiedAccessToken.SystemUser> systemUser(@Nullable Object value) {
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return elements.stream()
                .flatMap(element ->
                        element instanceof Map<?, ?> details && RequestedSystemUser.TYPE.equals(details.get("type"))
                                ? Stream.of(details)
                                : Stream.empty())
                .findFirst()
                .map(AccessTokenReader::systemUser);
    }

    private static VerifiedAccessToken.SystemUser systemUser(Map<?, ?> details) {
        if (!(details.get("systemuser_id") instanceof List<?> ids)
                || ids.isEmpty()
                || !(ids.get(0) instanceof String id)
                || !(details.get("system_id") instanceof String system)) {
            throw InvalidValueException.secret("system user", "`systemuser_id` and `system_id` are needed");
        }
        return new VerifiedAccessToken.SystemUser(
                SystemUserId.parse(id), organizationNumber(details.get("systemuser_org")), new SystemId(system));
    }

    private static String text(Map<String, Object> claims, String name) {
        return claim(claims, name, value -> value instanceof String text ? text : null);
    }

    private static int integer(Map<String, Object> claims, String name) {
        return claim(
                claims,
                name,
                value -> value instanceof Long number && number.intValue() == number ? number.intValue() : null);
    }

    private static <T> T claim(Map<String, Object> claims, String name, Function<@Nullable Object, @Nullable T> read) {
        var value = read.apply(claims.get(name));
        if (value == null) {
            throw InvalidValueException.secret("claim", "`" + name + "` is missing or of a wrong type");
        }
        return value;
    }
}

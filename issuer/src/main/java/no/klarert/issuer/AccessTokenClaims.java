package no.klarert.issuer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.klarert.vocabulary.OrgNumber;

/** The claims of Maskinporten access tokens, in the order of a real one (Maskinporten §4.3 and §3.2). */
final class AccessTokenClaims {
    private AccessTokenClaims() {}

    static Map<String, Object> of(Grant grant, String issuer, Instant issuedAt, String tokenId) {
        Map<String, Object> claims = new LinkedHashMap<>();
        grant.systemUser().ifPresent(systemUser -> claims.put("authorization_details", List.of(details(systemUser))));
        claims.put("scope", scope(grant));
        claims.put("iss", issuer);
        claims.put("client_amr", grant.method().claim());
        claims.put("token_type", "Bearer");
        claims.put("exp", issuedAt.plus(grant.lifetime()).getEpochSecond());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("client_id", grant.client().id().value());
        claims.put("jti", tokenId);
        claims.put("consumer", organization(grant.consumer()));
        grant.delegation().ifPresent(delegation -> {
            claims.put("supplier", organization(grant.client().owner()));
            claims.put("delegation_source", delegation.source());
        });
        grant.pid().ifPresent(pid -> claims.put("pid", pid.reveal()));
        if (!grant.audience().isEmpty()) {
            claims.put("aud", grant.audience().size() == 1 ? grant.audience().get(0) : grant.audience());
        }
        if (!grant.consumerPrefixes().isEmpty()) {
            claims.put(
                    "consumer_prefix",
                    grant.consumerPrefixes().stream().sorted().toList());
        }
        return claims;
    }

    private static String scope(Grant grant) {
        return grant.scopes().stream().map(scope -> scope.name().value()).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> details(Grant.GrantedSystemUser systemUser) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", RequestedSystemUser.TYPE);
        details.put("systemuser_org", organization(systemUser.requested().owner()));
        details.put("systemuser_id", List.of(systemUser.found().systemUser().toString()));
        details.put("system_id", systemUser.found().system().value());
        return details;
    }

    /** Maskinporten §0.3. */
    private static Map<String, Object> organization(OrgNumber number) {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("authority", RequestedSystemUser.AUTHORITY);
        organization.put("ID", number.toIso6523());
        return organization;
    }
}

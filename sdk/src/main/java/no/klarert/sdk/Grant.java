package no.klarert.sdk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ScopeName;

/** The claims of a JWT grant (RFC 7523 §3, Maskinporten JWT grant, claims). */
record Grant(URI issuer, ClientId client, TokenRequest request, Instant issuedAt, String id) {
    static final String SYSTEM_USER = "urn:altinn:systemuser";
    private static final String AUTHORITY = "iso6523-actorid-upis";
    /** The issuer allows 120 s; half of that leaves room for a slow way there, and little for a stolen grant. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    String toJson() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", issuer.toString());
        claims.put("iss", client.value());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFETIME).getEpochSecond());
        claims.put("jti", id);
        claims.put("scope", request.scopes().stream().map(ScopeName::value).collect(Collectors.joining(" ")));
        if (!request.resources().isEmpty()) {
            claims.put("resource", request.resources());
        }
        request.systemUser().ifPresent(customer -> claims.put("authorization_details", List.of(details(customer))));
        return JsonWriter.write(claims);
    }

    private static Map<String, Object> details(TokenRequest.Customer customer) {
        var details = new LinkedHashMap<String, Object>();
        details.put("type", SYSTEM_USER);
        details.put(
                "systemuser_org",
                Map.of("authority", AUTHORITY, "ID", customer.organization().toIso6523()));
        customer.reference().ifPresent(reference -> details.put("externalRef", reference.value()));
        return details;
    }
}

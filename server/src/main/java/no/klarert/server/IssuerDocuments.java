package no.klarert.server;

import java.nio.charset.StandardCharsets;
import no.klarert.issuer.Issuer;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.ProofAlgorithm;
import no.klarert.issuer.TokenRequest;
import tools.jackson.databind.JsonNode;

/** What both issuers publish about themselves: metadata (RFC 8414 §2; Maskinporten §1.2) and keys (§1.3). Open to everyone. */
final class IssuerDocuments {
    private final Issuers issuers;
    private final Answer maskinporten;
    private final Answer altinn;

    /** @param bindsToCertificates whether clients' certificates get here, so that tokens can be bound to them (RFC 8705 §3.3) */
    IssuerDocuments(Issuers issuers, boolean bindsToCertificates) {
        this.issuers = issuers;
        this.maskinporten = published(Answer.json(200, maskinporten(issuers.maskinporten(), bindsToCertificates)));
        this.altinn = published(Answer.json(200, discovery(issuers.altinn(), ".well-known/openid-configuration/jwks")));
    }

    Answer maskinporten(Call call) {
        return maskinporten;
    }

    Answer maskinportenKeys(Call call) {
        return keys(issuers.maskinporten());
    }

    /** As much of a discovery document as holds for an issuer of test log-ins. Served only where there is one. */
    Answer testLogIn(Call call) {
        var issuer = issuers.idPorten().orElseThrow();
        return published(Answer.json(200, discovery(issuer, "jwk")));
    }

    Answer testLogInKeys(Call call) {
        return keys(issuers.idPorten().orElseThrow());
    }

    Answer altinn(Call call) {
        return altinn;
    }

    Answer altinnKeys(Call call) {
        return keys(issuers.altinn());
    }

    /** Members in alphabetical order, as the public service has them; the empty list of response types is for strict parsers. */
    private static JsonNode maskinporten(Issuer issuer, boolean bindsToCertificates) {
        var document = Json.object();
        document.putArray("authorization_details_types_supported").add("urn:altinn:systemuser");
        ProofAlgorithm.names().forEach(document.putArray("dpop_signing_alg_values_supported")::add);
        document.putArray("grant_types_supported").add(TokenRequest.JwtBearer.GRANT_TYPE);
        document.put("issuer", issuer.identifier());
        document.put("jwks_uri", issuer.identifier() + "jwk");
        document.putArray("response_types_supported");
        document.put("token_endpoint", issuer.identifier() + "token");
        document.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        document.putArray("token_endpoint_auth_signing_alg_values_supported")
                .add("RS256")
                .add("RS384")
                .add("RS512");
        if (bindsToCertificates) {
            document.put("tls_client_certificate_bound_access_tokens", true);
        }
        return document;
    }

    /** As much of a discovery document (OpenID Connect Discovery §3) as holds for an issuer where no browser logs in. */
    private static JsonNode discovery(Issuer issuer, String keys) {
        var document = Json.object();
        document.put("issuer", issuer.identifier());
        document.put("jwks_uri", issuer.identifier() + keys);
        document.putArray("response_types_supported");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        return document;
    }

    private static Answer keys(Issuer issuer) {
        return published(Answer.bytes(200, Answer.JSON, issuer.keys().jwks().getBytes(StandardCharsets.UTF_8)));
    }

    /** To be kept for an hour; a key is published a day before it signs, so nobody needs it sooner. */
    private static Answer published(Answer answer) {
        return answer.with("Cache-Control", "public, max-age=3600");
    }
}

package no.klarert.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import no.klarert.issuer.Issuer;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.ProofAlgorithm;
import no.klarert.issuer.TokenRequest;
import tools.jackson.databind.JsonNode;

/** What both issuers publish about themselves: metadata (RFC 8414 §2; Maskinporten §1.2) and keys (§1.3). Open to everyone. */
final class IssuerDocuments {
    private static final Duration METADATA_AGE = Duration.ofHours(1);

    private final PublicDocument maskinporten;
    private final PublicDocument altinn;
    private final Optional<PublicDocument> testLogIn;
    private final KeySetDocument maskinportenKeys;
    private final KeySetDocument altinnKeys;
    private final Optional<KeySetDocument> testLogInKeys;

    /**
     * @param bindsToCertificates whether clients' certificates get here, so that tokens can be bound to them (RFC 8705 §3.3)
     * @param keysAge how long key sets may be kept
     */
    IssuerDocuments(Issuers issuers, boolean bindsToCertificates, Duration keysAge, InstantSource clock) {
        this.maskinporten = metadata(maskinporten(issuers.maskinporten(), bindsToCertificates));
        this.altinn = metadata(discovery(issuers.altinn(), ".well-known/openid-configuration/jwks"));
        this.testLogIn = issuers.idPorten().map(issuer -> metadata(discovery(issuer, "jwk")));
        this.maskinportenKeys = new KeySetDocument(issuers.maskinporten().keys(), keysAge, clock);
        this.altinnKeys = new KeySetDocument(issuers.altinn().keys(), keysAge, clock);
        this.testLogInKeys = issuers.idPorten().map(issuer -> new KeySetDocument(issuer.keys(), keysAge, clock));
    }

    private static PublicDocument metadata(JsonNode document) {
        return new PublicDocument(Json.write(document), METADATA_AGE);
    }

    Answer maskinporten(Call call) {
        return maskinporten.answer(call);
    }

    Answer maskinportenKeys(Call call) {
        return maskinportenKeys.answer(call);
    }

    /** As much of a discovery document as holds for an issuer of test log-ins. Served only where there is one. */
    Answer testLogIn(Call call) {
        return testLogIn.orElseThrow().answer(call);
    }

    Answer testLogInKeys(Call call) {
        return testLogInKeys.orElseThrow().answer(call);
    }

    Answer altinn(Call call) {
        return altinn.answer(call);
    }

    Answer altinnKeys(Call call) {
        return altinnKeys.answer(call);
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
}

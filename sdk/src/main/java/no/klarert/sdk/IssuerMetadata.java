package no.klarert.sdk;

import java.net.URI;
import java.util.Optional;
import no.klarert.sdk.Refreshing.Fetched;

/** What this library uses of an issuer's metadata document (RFC 8414 §2, Maskinporten metadata). */
record IssuerMetadata(Optional<URI> tokenEndpoint, Optional<URI> jwksUri) {
    private static final String PATH = ".well-known/oauth-authorization-server";

    /** Fetches the document below the issuer's address; it must name exactly this issuer (RFC 8414 §3.3). */
    static Fetched<IssuerMetadata> fetch(URI issuer, HttpSettings settings) {
        var address = URI.create(issuer + (issuer.toString().endsWith("/") ? "" : "/") + PATH);
        var result = new HttpTransport(settings).get(address);
        if (result instanceof HttpResult.Answer answer) {
            return answer.status() == 200
                    ? read(answer.body(), issuer, settings)
                    : failure("http " + answer.status() + " from " + address);
        }
        return failure(((HttpResult.NoAnswer) result).reason() + ": " + address);
    }

    private static Fetched<IssuerMetadata> read(String body, URI issuer, HttpSettings settings) {
        try {
            var document = JsonObject.parse(body);
            var named = document.requiredText("issuer");
            if (!named.equals(issuer.toString())) {
                return failure("it names issuer " + Shown.quoted(named) + ", not exactly `" + issuer + "`");
            }
            return new Fetched.Value<>(new IssuerMetadata(
                    address("token_endpoint", document, settings), address("jwks_uri", document, settings)));
        } catch (UnreadableJsonException | IllegalArgumentException unreadable) {
            return failure(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<URI> address(String name, JsonObject document, HttpSettings settings) {
        return document.text(name).map(text -> settings.checked(name, URI.create(text)));
    }

    private static Fetched<IssuerMetadata> failure(String reason) {
        return new Fetched.Failure<>("the issuer's metadata cannot be used: " + Shown.text(reason));
    }
}

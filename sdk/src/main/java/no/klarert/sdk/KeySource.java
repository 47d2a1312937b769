package no.klarert.sdk;

import java.net.URI;
import java.util.Optional;
import no.klarert.sdk.Refreshing.Fetched;

/** Where an issuer's keys are: at the given address, else where its metadata says ({@code jwks_uri}, RFC 8414 §2). */
record KeySource(URI issuer, Optional<URI> given, HttpSettings http) {
    Fetched<PublishedKeys> fetch() {
        if (given.isPresent()) {
            return PublishedKeys.fetch(given.get(), http);
        }
        var metadata = IssuerMetadata.fetch(issuer, http);
        if (metadata instanceof Fetched.Failure<IssuerMetadata> failure) {
            return new Fetched.Failure<>(failure.reason());
        }
        return ((Fetched.Value<IssuerMetadata>) metadata)
                .value()
                .jwksUri()
                .map(uri -> PublishedKeys.fetch(uri, http))
                .orElseGet(() -> new Fetched.Failure<>("the issuer's metadata names no keys"));
    }
}

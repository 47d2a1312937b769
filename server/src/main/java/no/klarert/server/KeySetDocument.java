package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import no.klarert.issuer.IssuerKeys;
import no.klarert.issuer.PublishedKeys;

/** An issuer's key set as a document, made anew when the keys have changed. */
final class KeySetDocument {
    private final IssuerKeys keys;
    private final Duration maxAge;
    private final InstantSource clock;
    private volatile Made made;

    KeySetDocument(IssuerKeys keys, Duration maxAge, InstantSource clock) {
        this.keys = keys;
        this.maxAge = maxAge;
        this.clock = clock;
        this.made = make(keys.published(clock.instant()));
    }

    private record Made(PublishedKeys from, PublicDocument document) {}

    private Made make(PublishedKeys from) {
        return new Made(from, new PublicDocument(from.json().getBytes(StandardCharsets.UTF_8), maxAge));
    }

    Answer answer(Call call) {
        var now = keys.published(clock.instant());
        var current = made;
        if (!current.from().equals(now)) {
            current = make(now);
            made = current;
        }
        return current.document().answer(call);
    }
}

package no.klarert.server.policy;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CurrentTime;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;

/** When a request is asked; the offset is the time zone of what is added to it (XACML 3.0 §10.2.5). */
record PointInTime(OffsetDateTime at) {
    /** What messages say is expected. */
    static final String EXPECTED =
            "a date and time with an offset, as 2026-03-01T09:00:00+01:00 or 2026-03-01T08:00:00Z";

    static PointInTime now(InstantSource clock) {
        return new PointInTime(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Empty if the text is not what is {@link #EXPECTED}. */
    static Optional<PointInTime> parse(String text) {
        try {
            return Optional.of(new PointInTime(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The request with the current time, date and dateTime it does not have. */
    Request addTo(Request request) {
        var source = new CurrentTime(at.toInstant(), at.getOffset());
        var timed = request.toBuilder();
        Stream.of(Xacml.CURRENT_TIME, Xacml.CURRENT_DATE, Xacml.CURRENT_DATE_TIME)
                .map(id -> new AttributeName(Xacml.CATEGORY_ENVIRONMENT, id))
                .filter(name -> request.values(name).isEmpty())
                .flatMap(name -> source.find(name, request).stream())
                .forEach(timed::attribute);
        return timed.build();
    }
}

package no.klarert.server.policy;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;

/** The time a context handler adds to a request, unless the request says it (XACML 3.0 §10.2.5). Its offset is the time zone. */
record CurrentTime(OffsetDateTime at) {
    /** What messages say is expected. */
    static final String EXPECTED = "a date and time with an offset, as 2026-03-01T09:00:00+01:00 or 2026-03-01T08:00:00Z";

    /** Empty if the text is not {@link #EXPECTED}. */
    static Optional<CurrentTime> parse(String text) {
        try {
            return Optional.of(new CurrentTime(OffsetDateTime.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Request addTo(Request request) {
        var completed = request.toBuilder();
        var second = at.truncatedTo(ChronoUnit.MILLIS);
        add(completed, request, Xacml.CURRENT_TIME, Xacml.TYPE_TIME, DateTimeFormatter.ISO_OFFSET_TIME.format(second));
        add(completed, request, Xacml.CURRENT_DATE, Xacml.TYPE_DATE, DateTimeFormatter.ISO_OFFSET_DATE.format(second));
        var dateTime = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second);
        add(completed, request, Xacml.CURRENT_DATE_TIME, Xacml.TYPE_DATE_TIME, dateTime);
        return completed.build();
    }

    private static void add(Request.Builder completed, Request request, String id, String type, String value) {
        var name = new AttributeName(Xacml.CATEGORY_ENVIRONMENT, id);
        if (request.values(name).isEmpty()) {
            completed.attribute(new RequestAttribute(name, type, Optional.empty(), false, value));
        }
    }
}

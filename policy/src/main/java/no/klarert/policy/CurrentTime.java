package no.klarert.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The current time, date and dateTime of the environment (XACML 3.0 §10.2.5), all of one instant. Make a new one for each
 * document that is answered.
 */
public record CurrentTime(Instant now, ZoneId zone) implements AttributeSource {
    @Override
    public List<RequestAttribute> find(AttributeName name, Request request) {
        if (!name.category().equals(Xacml.CATEGORY_ENVIRONMENT)) {
            return List.of();
        }
        return switch (name.id()) {
            case Xacml.CURRENT_TIME -> value(name, Xacml.TYPE_TIME, DateTimeFormatter.ISO_OFFSET_TIME);
            case Xacml.CURRENT_DATE -> value(name, Xacml.TYPE_DATE, DateTimeFormatter.ISO_OFFSET_DATE);
            case Xacml.CURRENT_DATE_TIME -> value(name, Xacml.TYPE_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            default -> List.of();
        };
    }

    private List<RequestAttribute> value(AttributeName name, String type, DateTimeFormatter format) {
        var text = format.format(OffsetDateTime.ofInstant(now, zone));
        return List.of(new RequestAttribute(name, type, Optional.empty(), false, text));
    }
}

package no.klarert.policy.reference;

import java.util.Locale;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.Match;

/**
 * Requests of a few attributes, some of them what a policy looks for, some with many values, rarely one with a malformed value.
 */
final class AnyRequest {
    private static final int MANY = 14;

    private final Chance chance;
    private final Sought sought;

    private AnyRequest(Chance chance, Sought sought) {
        this.chance = chance;
        this.sought = sought;
    }

    static Request of(Chance chance, Sought sought) {
        var any = new AnyRequest(chance, sought);
        var request = Request.builder();
        chance.some(0, 10, any::attribute).forEach(request::attribute);
        if (!sought.attributes().isEmpty()) {
            chance.some(0, 2, () -> chance.of(sought.attributes())).forEach(wanted -> any.addValues(wanted, request));
        }
        return request.build();
    }

    private void addValues(AttributeDesignator wanted, Request.Builder request) {
        int most = chance.oneIn(4) ? MANY : 2;
        chance.some(1, most, () -> value(wanted, chance.text(wanted.dataType())))
                .forEach(request::attribute);
    }

    private RequestAttribute attribute() {
        return chance.oneIn(3) && !sought.matches().isEmpty() ? match(chance.of(sought.matches())) : invented();
    }

    /** What a match looks for, or nearly so. */
    private RequestAttribute match(Match match) {
        var type = match.attribute().dataType();
        boolean fits = match.value().dataType().equals(type) && !chance.oneIn(8);
        var text = fits ? match.value().text() : chance.text(type);
        boolean isString = type.endsWith("#string");
        return value(match.attribute(), isString && chance.oneIn(20) ? text.toUpperCase(Locale.ROOT) : text);
    }

    private RequestAttribute value(AttributeDesignator wanted, String text) {
        return new RequestAttribute(
                new AttributeName(wanted.category(), wanted.attributeId()),
                wanted.dataType(),
                chance.oneIn(3) ? Optional.of("i") : wanted.issuer(),
                chance.oneIn(8),
                text);
    }

    private RequestAttribute invented() {
        var type = chance.oneIn(20) ? "urn:own:type" : chance.type();
        return new RequestAttribute(
                new AttributeName(chance.category(), chance.attribute()),
                type,
                chance.oneIn(4) ? Optional.of("i") : Optional.empty(),
                chance.oneIn(4),
                chance.oneIn(60) ? "?" : chance.text(type));
    }
}

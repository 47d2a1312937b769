package no.klarert.policy.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.syntax.Match;

/** Requests of a few attributes, some of them what a policy looks for, rarely one with a malformed value. */
final class AnyRequest {
    private final Chance chance;
    private final List<Match> sought;

    private AnyRequest(Chance chance, List<Match> sought) {
        this.chance = chance;
        this.sought = sought;
    }

    static Request of(Chance chance, List<Match> sought) {
        var any = new AnyRequest(chance, sought);
        var request = Request.builder();
        chance.some(0, 10, any::attribute).forEach(request::attribute);
        return request.build();
    }

    private RequestAttribute attribute() {
        return chance.oneIn(3) && !sought.isEmpty() ? sought(chance.of(sought)) : invented();
    }

    /** What a match looks for, or nearly so. */
    private RequestAttribute sought(Match match) {
        var wanted = match.attribute();
        boolean fits = match.value().dataType().equals(wanted.dataType()) && !chance.oneIn(8);
        var text = fits ? match.value().text() : chance.text(wanted.dataType());
        return new RequestAttribute(
                new AttributeName(wanted.category(), wanted.attributeId()),
                wanted.dataType(),
                chance.oneIn(3) ? Optional.of("i") : wanted.issuer(),
                chance.oneIn(8),
                chance.oneIn(20) && wanted.dataType().endsWith("#string") ? text.toUpperCase(Locale.ROOT) : text);
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

package no.klarert.policy.reference;

import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;

/** Requests of a few attributes, rarely one with a malformed value. */
final class AnyRequest {
    private AnyRequest() {}

    static Request of(Chance chance) {
        var request = Request.builder();
        chance.some(0, 10, () -> attribute(chance)).forEach(request::attribute);
        return request.build();
    }

    private static RequestAttribute attribute(Chance chance) {
        var type = chance.oneIn(20) ? "urn:own:type" : chance.type();
        return new RequestAttribute(
                new AttributeName(chance.category(), chance.attribute()),
                type,
                chance.oneIn(4) ? Optional.of("i") : Optional.empty(),
                chance.oneIn(4),
                chance.oneIn(60) ? "?" : chance.text(type));
    }
}

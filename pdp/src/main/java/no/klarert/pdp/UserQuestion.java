package no.klarert.pdp;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;

/** What other rooms ask: may this person, for this party, take this action on this resource? */
public record UserQuestion(UserId user, PartyUuid party, ResourceId resource, ActionName action) {
    Part part() {
        return new Part(List.of(
                group(Xacml.CATEGORY_ACCESS_SUBJECT, AttributeIds.USER, user),
                group(Xacml.CATEGORY_ACTION, Xacml.ACTION_ID, action),
                new Part.Group(
                        Xacml.CATEGORY_RESOURCE,
                        List.of(
                                attribute(Xacml.CATEGORY_RESOURCE, AttributeIds.RESOURCE, resource),
                                attribute(Xacml.CATEGORY_RESOURCE, AttributeIds.PARTY_UUID, party)))));
    }

    private static Part.Group group(String category, String id, Object value) {
        return new Part.Group(category, List.of(attribute(category, id, value)));
    }

    private static RequestAttribute attribute(String category, String id, Object value) {
        return new RequestAttribute(
                new AttributeName(category, id), Xacml.TYPE_STRING, Optional.empty(), false, value.toString());
    }
}

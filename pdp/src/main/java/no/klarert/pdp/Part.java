package no.klarert.pdp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;

/** What one decision is asked about: attributes in the groups they came in, subject, action, resource, then others. */
record Part(List<Group> groups) {
    Part {
        groups = List.copyOf(groups);
    }

    /** The attributes of one object of a category. */
    record Group(String category, List<RequestAttribute> attributes) {
        Group {
            attributes = List.copyOf(attributes);
        }

        /** The distinct values of an attribute, of any data type. */
        Set<String> values(String attributeId) {
            Set<String> values = new LinkedHashSet<>();
            for (var attribute : attributes) {
                if (attribute.name().id().equals(attributeId)) {
                    values.add(attribute.value());
                }
            }
            return values;
        }
    }

    List<Group> subjects() {
        return of(Xacml.CATEGORY_ACCESS_SUBJECT);
    }

    List<Group> resources() {
        return of(Xacml.CATEGORY_RESOURCE);
    }

    /** The values of {@code action-id} that are strings: other types match no rule and no delegation. */
    List<String> actions() {
        return of(Xacml.CATEGORY_ACTION).stream()
                .flatMap(group -> group.attributes().stream())
                .filter(attribute -> attribute.name().id().equals(Xacml.ACTION_ID))
                .filter(attribute -> attribute.dataType().equals(Xacml.TYPE_STRING))
                .map(RequestAttribute::value)
                .distinct()
                .toList();
    }

    Stream<RequestAttribute> attributes() {
        return groups.stream().flatMap(group -> group.attributes().stream());
    }

    private List<Group> of(String category) {
        return groups.stream()
                .filter(group -> group.category().equals(category))
                .toList();
    }
}

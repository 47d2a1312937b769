package no.klarert.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.klarert.policy.syntax.Position;

/**
 * One element of the source.
 *
 * @param attributes those without a namespace; namespaced ones such as {@code xsi:schemaLocation} mean nothing to XACML
 * @param text the character data directly inside, as written
 */
record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        Position position) {
    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The value of an attribute, empty if there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<XmlElement> children(String childName) {
        var found = new ArrayList<XmlElement>();
        for (var child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        return found;
    }
}

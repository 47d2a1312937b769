package no.klarert.policy.read;

import java.util.List;
import java.util.Set;

/**
 * What the schema of XACML 3.0 says about one element.
 *
 * @param required attributes no policy can do without
 * @param expected attributes the schema demands but whose absence harms nothing
 * @param parts the child elements, in order
 */
record Shape(Set<String> required, Set<String> expected, Set<String> optional, Content content, List<Part> parts) {
    /** What may stand between the tags. */
    enum Content {
        ELEMENTS,
        TEXT,
        /** Not looked into. */
        ANYTHING
    }

    /** How often a part occurs, and how bad it is if it does not. */
    enum Occurrence {
        OPTIONAL,
        EXPECTED,
        ONE,
        SOME,
        ANY;

        boolean mayRepeat() {
            return this == SOME || this == ANY;
        }
    }

    /** One step of the order of child elements: any of the names. */
    record Part(Occurrence occurrence, Set<String> names) {
        static Part of(Occurrence occurrence, String... names) {
            return new Part(occurrence, Set.of(names));
        }
    }

    static Shape of(Content content, Part... parts) {
        return new Shape(Set.of(), Set.of(), Set.of(), content, List.of(parts));
    }

    Shape required(String... names) {
        return new Shape(Set.of(names), expected, optional, content, parts);
    }

    Shape expected(String... names) {
        return new Shape(required, Set.of(names), optional, content, parts);
    }

    Shape optional(String... names) {
        return new Shape(required, expected, Set.of(names), content, parts);
    }

    boolean knows(String attribute) {
        return required.contains(attribute) || expected.contains(attribute) || optional.contains(attribute);
    }
}

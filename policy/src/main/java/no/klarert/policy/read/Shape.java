package no.klarert.policy.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the schema of XACML 3.0 says about one element.
 *
 * @param required attributes no policy can do without
 * @param expected attributes the schema demands but whose absence harms nothing
 * @param parts the child elements, in order
 */
record Shape(List<String> required, List<String> expected, List<String> optional, Content content, List<Part> parts) {
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
    record Part(Occurrence occurrence, List<String> names) {
        static Part of(Occurrence occurrence, String... names) {
            return new Part(occurrence, sorted(names));
        }

        boolean mayRepeat() {
            return occurrence.mayRepeat();
        }
    }

    private static List<String> sorted(String... names) {
        return Stream.of(names).sorted().toList();
    }

    static Shape of(Content content, Part... parts) {
        return new Shape(List.of(), List.of(), List.of(), content, List.of(parts));
    }

    Shape required(String... names) {
        return new Shape(sorted(names), expected, optional, content, parts);
    }

    Shape expected(String... names) {
        return new Shape(required, sorted(names), optional, content, parts);
    }

    Shape optional(String... names) {
        return new Shape(required, expected, sorted(names), content, parts);
    }

    boolean knows(String attribute) {
        return required.contains(attribute) || expected.contains(attribute) || optional.contains(attribute);
    }

    /** The place of a child element in the order of parts; negative if it has none. */
    int step(String child) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).names().contains(child)) {
                return i;
            }
        }
        return -1;
    }
}

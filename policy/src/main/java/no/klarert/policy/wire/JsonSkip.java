package no.klarert.policy.wire;

import java.util.HashSet;

/** Passes over values that mean nothing here. They must be JSON all the same, without names that repeat. */
final class JsonSkip {
    private JsonSkip() {}

    static void value(JsonScanner scanner) {
        switch (scanner.peek()) {
            case '{' -> object(scanner);
            case '[' -> array(scanner);
            case '"' -> scanner.string();
            case 't', 'f' -> scanner.truth();
            case 'n' -> scanner.nothing();
            default -> scanner.number();
        }
    }

    private static void object(JsonScanner scanner) {
        var names = new HashSet<String>();
        scanner.openObject();
        while (scanner.nextMember()) {
            if (!names.add(scanner.name())) {
                throw JsonMembers.repeated(scanner);
            }
            value(scanner);
        }
    }

    private static void array(JsonScanner scanner) {
        scanner.openArray();
        while (scanner.nextElement()) {
            value(scanner);
        }
    }
}

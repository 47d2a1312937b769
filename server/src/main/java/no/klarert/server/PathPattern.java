package no.klarert.server;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A path such as {@code /systemuser/{id}/approve}. Literal segments match ignoring case and a trailing slash is tolerated, as
 * the public services do (system user API §1.1); parameters keep their case. A last segment {@code {name*}} takes the rest.
 */
record PathPattern(List<Segment> segments) {
    PathPattern {
        segments = List.copyOf(segments);
    }

    static PathPattern parse(String pattern) {
        return new PathPattern(split(pattern).stream().map(Segment::parse).toList());
    }

    /** The segments of a path without its leading and one trailing slash; still percent-encoded. */
    static List<String> split(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return start == end ? List.of() : List.of(path.substring(start, end).split("/", -1));
    }

    /** The parameters if the decoded segments match. */
    Optional<Map<String, String>> match(List<String> decoded) {
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1) instanceof Segment.Rest;
        if (open ? decoded.size() < segments.size() : decoded.size() != segments.size()) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            boolean matches = switch (segments.get(i)) {
                case Segment.Literal literal -> literal.matches(decoded.get(i));
                case Segment.Parameter parameter -> bind(parameters, parameter.name(), decoded.get(i));
                case Segment.Rest rest ->
                    bind(parameters, rest.name(), String.join("/", decoded.subList(i, decoded.size())));
            };
            if (!matches) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }

    private static boolean bind(Map<String, String> parameters, String name, String value) {
        parameters.put(name, value);
        return !value.isEmpty();
    }

    /** How many literal segments: of two matching patterns the one with more of them wins. */
    long literals() {
        return segments.stream().filter(Segment.Literal.class::isInstance).count();
    }

    sealed interface Segment {
        static Segment parse(String text) {
            if (!text.startsWith("{")) {
                return new Literal(text.toLowerCase(Locale.ROOT));
            }
            var name = text.substring(1, text.length() - 1);
            return name.endsWith("*") ? new Rest(name.substring(0, name.length() - 1)) : new Parameter(name);
        }

        record Literal(String lowerCase) implements Segment {
            boolean matches(String text) {
                return lowerCase.equalsIgnoreCase(text);
            }
        }

        record Parameter(String name) implements Segment {}

        record Rest(String name) implements Segment {}
    }
}

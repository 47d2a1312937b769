package no.klarert.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of a query or a form. Names are compared as they are, except by the methods that say otherwise. */
record QueryString(Map<String, List<String>> values) {
    static final QueryString EMPTY = new QueryString(Map.of());

    QueryString {
        values = Map.copyOf(values);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value under that name, ignoring the name's case. */
    Optional<String> ignoringCase(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    /** The only value under that name; empty if there is none or more than one. */
    Optional<String> single(String name) {
        var all = all(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    boolean isRepeated(String name) {
        return all(name).size() > 1;
    }
}

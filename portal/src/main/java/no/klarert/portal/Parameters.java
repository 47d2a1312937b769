package no.klarert.portal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.klarert.vocabulary.InvalidValueException;

/** Parameters of a query or a form, bounded in number and length. One that is given twice counts as not given. */
public final class Parameters {
    public static final Parameters NONE = new Parameters(Map.of());

    private static final int NAMES = 64;
    private static final int NAME = 128;
    private static final int VALUE = 4096;

    private final SortedMap<String, String> single;

    /** Refuses more than 64 names, names beyond 128 and values beyond 4096 characters. */
    public Parameters(Map<String, List<String>> values) {
        if (values.size() > NAMES) {
            throw InvalidValueException.secret("request", "at most " + NAMES + " parameters");
        }
        var kept = new TreeMap<String, String>();
        values.forEach((name, all) -> {
            check(name, all);
            if (all.size() == 1) {
                kept.put(name, all.getFirst());
            }
        });
        single = Collections.unmodifiableSortedMap(kept);
    }

    private static void check(String name, List<String> values) {
        if (name.length() > NAME || values.stream().anyMatch(value -> value.length() > VALUE)) {
            throw InvalidValueException.secret("parameter", "at most " + VALUE + " characters");
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(single.get(name));
    }

    /** The value without surrounding white space, if there is anything else. */
    Optional<String> text(String name) {
        return get(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** As a query, with {@code ?} in front unless there is nothing. */
    String encoded() {
        return single.entrySet().stream()
                .map(entry -> Urls.encoded(entry.getKey()) + "=" + Urls.encoded(entry.getValue()))
                .reduce((one, other) -> one + "&" + other)
                .map(query -> "?" + query)
                .orElse("");
    }

    boolean has(String name) {
        return single.containsKey(name);
    }
}

package no.klarert.pdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.klarert.pdp.DecisionQuery.Attribute;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.policy.Xacml;

/** Queries for tests. Attributes are pairs of id and value; a trailing {@code !} on the id asks for it to be included. */
final class Queries {
    private Queries() {}

    static DecisionQuery.Question query(Entry subject, Entry action, Entry resource) {
        return new DecisionQuery.Question(List.of(subject), List.of(action), List.of(resource), List.of(), List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static DecisionQuery.Question multi(
            List<Entry> subjects, List<Entry> actions, List<Entry> resources, List<String>... references) {
        return new DecisionQuery.Question(subjects, actions, resources, List.of(), Arrays.asList(references));
    }

    static Entry entry(String... idsAndValues) {
        return new Entry(Optional.empty(), Optional.empty(), attributes(idsAndValues));
    }

    static Entry named(String id, String... idsAndValues) {
        return new Entry(Optional.of(id), Optional.empty(), attributes(idsAndValues));
    }

    static Entry action(String... values) {
        return new Entry(Optional.empty(), Optional.empty(), actionAttributes(values));
    }

    static Entry namedAction(String id, String value) {
        return new Entry(Optional.of(id), Optional.empty(), actionAttributes(value));
    }

    private static List<Attribute> actionAttributes(String... values) {
        return Arrays.stream(values)
                .flatMap(value -> attributes(Xacml.ACTION_ID, value).stream())
                .toList();
    }

    static List<Attribute> attributes(String... idsAndValues) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            boolean include = idsAndValues[i].endsWith("!");
            var id = include ? idsAndValues[i].substring(0, idsAndValues[i].length() - 1) : idsAndValues[i];
            attributes.add(attribute(id, idsAndValues[i + 1], include));
        }
        return attributes;
    }

    static Attribute attribute(String id, String value, boolean include) {
        return new Attribute(Optional.of(id), Optional.of(value), Optional.empty(), include);
    }
}

package no.klarert.pdp;

import java.util.List;
import java.util.Optional;

/** What a caller asks, in the terms of the JSON profile (Altinn PDP §2.1): taken from the wire, not yet understood. */
public sealed interface DecisionQuery {
    /** How many decisions can be asked for at once; the public service states no limit (Altinn PDP §2.3). */
    int MOST_DECISIONS = 1_000;

    /** A document without a request in it. */
    record Nothing() implements DecisionQuery {}

    /**
     * A request.
     *
     * @param others entries that state their category themselves
     * @param references for each decision wanted, the ids of the entries it is about; empty for one decision about everything
     */
    record Question(
            List<Entry> subjects,
            List<Entry> actions,
            List<Entry> resources,
            List<Entry> others,
            List<List<String>> references)
            implements DecisionQuery {
        public Question {
            subjects = List.copyOf(subjects);
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            others = List.copyOf(others);
            references = references.stream().map(List::copyOf).toList();
        }
    }

    /** One object of a category. */
    record Entry(Optional<String> id, Optional<String> category, List<Attribute> attributes) {
        public Entry {
            attributes = List.copyOf(attributes);
        }
    }

    /** One attribute, with whatever was left out left out. */
    record Attribute(
            Optional<String> attributeId, Optional<String> value, Optional<String> dataType, boolean includeInResult) {}
}

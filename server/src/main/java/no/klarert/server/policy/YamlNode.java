package no.klarert.server.policy;

import java.util.List;
import no.klarert.policy.syntax.Position;

/** A part of a YAML file, with the place where it starts. */
sealed interface YamlNode {
    Position at();

    /** What a plain scalar looks like; a quoted one is always text (YAML 1.2 §10.3, narrowed to what XML Schema can spell). */
    enum Looks {
        TEXT,
        INTEGER,
        DOUBLE,
        BOOLEAN
    }

    /**
     * One value.
     *
     * @param text as it is written, without quotes
     */
    record Scalar(Position at, String text, Looks looks) implements YamlNode {}

    record Items(Position at, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Members(Position at, List<Member> members) implements YamlNode {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** A key without a value. */
    record Nothing(Position at) implements YamlNode {}

    /**
     * A key and what it has.
     *
     * @param at where the key starts
     */
    record Member(Position at, String name, YamlNode value) {}
}

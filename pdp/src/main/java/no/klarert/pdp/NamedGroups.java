package no.klarert.pdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import no.klarert.pdp.Part.Group;

/**
 * The groups of a multi-request by the ids that references know them by (Altinn PDP §2.3). All subjects and all actions of an
 * id are meant, but of several resources with the same id only the last one. What the parts hold together is bounded: a few
 * large groups named by many references would otherwise be evaluated and echoed without end.
 */
final class NamedGroups {
    static final long MOST_CHARACTERS = 4_000_000;
    private static final int OVERHEAD = 64;

    private final Map<String, List<Sized>> subjects = new HashMap<>();
    private final Map<String, List<Sized>> actions = new HashMap<>();
    private final Map<String, List<Sized>> resources = new HashMap<>();
    private long characters;

    void addSubject(String id, Group group) {
        subjects.computeIfAbsent(id, key -> new ArrayList<>()).add(Sized.of(group));
    }

    void addAction(String id, Group group) {
        actions.computeIfAbsent(id, key -> new ArrayList<>()).add(Sized.of(group));
    }

    void addResource(String id, Group group) {
        resources.put(id, List.of(Sized.of(group)));
    }

    /** The part a reference asks about: subjects, actions, then resources, each in the order of the reference's ids. */
    Part part(List<String> reference) {
        var ids = new LinkedHashSet<>(reference);
        List<Group> found = new ArrayList<>();
        for (var named : List.of(subjects, actions, resources)) {
            for (var id : ids) {
                named.getOrDefault(id, List.of()).forEach(sized -> take(sized, found));
            }
        }
        return new Part(found);
    }

    private void take(Sized sized, List<Group> into) {
        characters += sized.characters();
        if (characters > MOST_CHARACTERS) {
            throw Undecidable.badArgument("the references repeat more than " + MOST_CHARACTERS + " characters");
        }
        into.add(sized.group());
    }

    /** A group and roughly how many characters it takes to write it down. */
    private record Sized(Group group, long characters) {
        static Sized of(Group group) {
            long characters = OVERHEAD;
            for (var attribute : group.attributes()) {
                characters += OVERHEAD
                        + attribute.name().id().length()
                        + attribute.value().length();
            }
            return new Sized(group, characters);
        }
    }
}

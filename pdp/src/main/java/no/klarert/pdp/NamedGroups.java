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
 * large groups named by many references would otherwise be copied without end.
 */
final class NamedGroups {
    static final int MOST_ATTRIBUTES = 100_000;

    private final Map<String, List<Group>> subjects = new HashMap<>();
    private final Map<String, List<Group>> actions = new HashMap<>();
    private final Map<String, List<Group>> resources = new HashMap<>();
    private int used;

    void addSubject(String id, Group group) {
        subjects.computeIfAbsent(id, key -> new ArrayList<>()).add(group);
    }

    void addAction(String id, Group group) {
        actions.computeIfAbsent(id, key -> new ArrayList<>()).add(group);
    }

    void addResource(String id, Group group) {
        resources.put(id, List.of(group));
    }

    /** The part a reference asks about: subjects, actions, then resources, each in the order of the reference's ids. */
    Part part(List<String> reference) {
        var ids = new LinkedHashSet<>(reference);
        List<Group> found = new ArrayList<>();
        for (var named : List.of(subjects, actions, resources)) {
            for (var id : ids) {
                named.getOrDefault(id, List.of()).forEach(group -> take(group, found));
            }
        }
        return new Part(found);
    }

    private void take(Group group, List<Group> into) {
        used += 1 + group.attributes().size();
        if (used > MOST_ATTRIBUTES) {
            throw Undecidable.badArgument(
                    "the references repeat more than " + MOST_ATTRIBUTES + " categories and attributes");
        }
        into.add(group);
    }
}

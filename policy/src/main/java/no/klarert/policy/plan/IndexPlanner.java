package no.klarert.policy.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.Xacml;

/** Decides whether children are worth an index, and under which attribute. */
final class IndexPlanner {
    /** Fewer children are as quickly looked at. */
    private static final int FEWEST = 4;
    /** An index must leave out more than this share of the children. */
    private static final double LEAST_GAIN = 0.4;
    /** Subjects often have many roles, and what stands under each of them is looked at. */
    private static final int SUBJECT_VALUES = 3;

    private IndexPlanner() {}

    static Selection selection(Combiner combiner, List<GuardedChild> children) {
        var all = children.stream().map(GuardedChild::child).toArray(Child[]::new);
        var guards = children.stream().map(child -> child.guards(combiner)).toList();
        return key(guards)
                .<Selection>map(key -> new Index(key, all, guards))
                .orElseGet(() -> Selection.everything(all));
    }

    private static Optional<TextKey> key(List<Guards> guards) {
        if (guards.size() < FEWEST) {
            return Optional.empty();
        }
        var uses = new HashMap<TextKey, Use>();
        guards.forEach(each -> each.byKey()
                .forEach((key, guard) ->
                        uses.computeIfAbsent(key, fresh -> new Use()).add(guard)));
        return uses.entrySet().stream()
                .min(Comparator.<Map.Entry<TextKey, Use>>comparingDouble(
                                use -> use.getValue().looked(use.getKey(), guards.size()))
                        .thenComparingInt(use -> use.getKey().slot().index()))
                .filter(use -> use.getValue().looked(use.getKey(), guards.size()) < guards.size() * (1 - LEAST_GAIN))
                .map(Map.Entry::getKey);
    }

    /** How the guards of all children use one key. */
    private static final class Use {
        private final Map<String, Integer> countByText = new HashMap<>();
        private int children;

        void add(Guard guard) {
            children++;
            guard.texts().forEach(text -> countByText.merge(text, 1, Integer::sum));
        }

        /** How many children a request has looked at, on average over the texts. */
        double looked(TextKey key, int all) {
            double underOne = countByText.values().stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElse(0);
            boolean many = key.slot().name().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT);
            return all - children + (many ? SUBJECT_VALUES * underOne : underOne);
        }
    }
}

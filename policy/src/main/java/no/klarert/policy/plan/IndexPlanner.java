package no.klarert.policy.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.policy.Xacml;

/** Decides whether children are worth an index, and under which attributes. */
final class IndexPlanner {
    /** Fewer children are as quickly looked at. */
    private static final int FEWEST = 4;
    /** One attribute at least must leave out more than this share of the children. */
    private static final double LEAST_GAIN = 0.4;
    /** Subjects often have many roles, and what stands under each of them is looked at. */
    private static final int SUBJECT_VALUES = 3;
    /** More attributes seldom leave out further children. */
    private static final int MOST_KEYS = 4;

    private IndexPlanner() {}

    static Selection selection(Combiner combiner, List<GuardedChild> children) {
        var all = children.stream().map(GuardedChild::child).toArray(Child[]::new);
        var guards = children.stream().map(child -> child.guards(combiner)).toList();
        var uses = children.size() < FEWEST ? List.<Use>of() : uses(guards);
        if (uses.isEmpty() || uses.get(0).looked(all.length) > all.length * (1 - LEAST_GAIN)) {
            return Selection.everything(all);
        }
        return all.length <= MaskIndex.MOST_CHILDREN
                ? new MaskIndex(keys(uses, children), children, guards)
                : new Index(uses.get(0).key, children, guards);
    }

    /** How the guards use each key, those first that leave out most. */
    private static List<Use> uses(List<Guards> guards) {
        var uses = new HashMap<TextKey, Use>();
        guards.forEach(each -> each.byKey()
                .forEach((key, guard) ->
                        uses.computeIfAbsent(key, fresh -> new Use(key)).add(guard)));
        return uses.values().stream()
                .sorted(Comparator.<Use>comparingDouble(use -> use.looked(guards.size()))
                        .thenComparingInt(use -> use.key.slot().index()))
                .toList();
    }

    /**
     * The key that leaves out most, and those by which the targets of most children are told completely. Subjects, often of many
     * roles, come last.
     */
    private static List<TextKey> keys(List<Use> uses, List<GuardedChild> children) {
        return uses.stream()
                .filter(use -> use == uses.get(0) || 2 * complete(use.key, children) > children.size())
                .limit(MOST_KEYS)
                .sorted(Comparator.comparing(Use::isOfSubject))
                .map(use -> use.key)
                .toList();
    }

    private static long complete(TextKey key, List<GuardedChild> children) {
        return children.stream()
                .filter(child ->
                        child.target().exact() && child.target().byKey().containsKey(key))
                .count();
    }

    /** How the guards of all children use one key. */
    private static final class Use {
        private final TextKey key;
        private final Map<String, Integer> countByText = new HashMap<>();
        private int children;

        Use(TextKey key) {
            this.key = key;
        }

        void add(Guard guard) {
            children++;
            guard.texts().forEach(text -> countByText.merge(text, 1, Integer::sum));
        }

        /** How many children are looked at, on average over the texts, for as many values as the attribute may have. */
        double looked(int all) {
            double underOne = countByText.values().stream()
                    .mapToInt(Integer::intValue)
                    .average()
                    .orElse(0);
            return all - children + (isOfSubject() ? SUBJECT_VALUES * underOne : underOne);
        }

        boolean isOfSubject() {
            return key.slot().name().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT);
        }
    }
}

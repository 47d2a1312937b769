package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whether children are worth an index, and under which attributes. */
final class IndexPlanner {
    /** Fewer children are as quickly looked at. */
    private static final int FEWEST = 4;
    /** One column at least must leave out more than this share of the children. */
    private static final double LEAST_GAIN = 0.4;
    /** More columns seldom leave out further children. */
    private static final int MOST_COLUMNS = 4;

    private IndexPlanner() {}

    static Selection selection(Combiner combiner, List<GuardedChild> children, Preparation preparation) {
        var guards = children.stream().map(child -> child.guards(combiner)).toList();
        boolean few = children.size() <= MaskIndex.MOST_CHILDREN;
        var columns = children.size() < FEWEST ? List.<Column>of() : columns(guards, few);
        if (columns.isEmpty() || columns.get(0).looked() > children.size() * (1 - LEAST_GAIN)) {
            return Selection.everything(
                    children.stream().map(GuardedChild::child).toArray(Child[]::new));
        }
        var chosen = chosen(columns);
        boolean byOneAttribute = chosen.size() == 1 && chosen.get(0).keys().size() == 1;
        return few && !byOneAttribute
                ? new MaskIndex(chosen, children)
                : new Index(columns.get(0), children, preparation);
    }

    /** Those first that leave out most. Only few children can be selected by one attribute or another. */
    private static List<Column> columns(List<Guards> guards, boolean few) {
        return (few ? clusters(guards.stream().flatMap(each -> each.clauses().stream())) : alone(guards))
                .map(keys -> Column.of(keys, guards))
                .sorted(Comparator.comparingDouble(Column::looked))
                .toList();
    }

    /** Attributes of which enough children demand something to leave out as many as are needed: there are never many. */
    static Stream<Set<TextKey>> alone(List<Guards> guards) {
        var children = new LinkedHashMap<Set<TextKey>, Integer>();
        guards.forEach(each -> each.clauses().stream()
                .map(Clause::keys)
                .filter(keys -> keys.size() == 1)
                .distinct()
                .forEach(keys -> children.merge(keys, 1, Integer::sum)));
        return children.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_GAIN * guards.size())
                .map(Map.Entry::getKey);
    }

    /** Sets of attributes such that each clause is of one set. */
    static Stream<Set<TextKey>> clusters(Stream<Clause> clauses) {
        var clusters = new ArrayList<Set<TextKey>>();
        clauses.map(Clause::keys).distinct().forEach(keys -> {
            var joined = new LinkedHashSet<TextKey>();
            clusters.removeIf(cluster -> cluster.stream().anyMatch(keys::contains) && joined.addAll(cluster));
            joined.addAll(keys);
            clusters.add(joined);
        });
        return clusters.stream();
    }

    /** The best, and those by which most targets are told completely. Subjects, often of many roles, come last. */
    static List<Column> chosen(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.equals(columns.get(0)) || column.tellsMost())
                .limit(MOST_COLUMNS)
                .sorted(Comparator.comparing(Column::isOfSubject))
                .toList();
    }
}

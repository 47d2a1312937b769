package no.klarert.policy.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.Xacml;
import org.jspecify.annotations.Nullable;

/**
 * What children demand of some attributes: of each child one clause at most.
 *
 * @param clauses a place for each child; absent where it demands nothing of these attributes
 */
record Column(Set<TextKey> keys, List<Optional<Clause>> clauses) {
    /** Subjects often have many roles, and what stands under each of them is looked at. */
    private static final int SUBJECT_VALUES = 3;

    static Column of(Set<TextKey> keys, List<Guards> guards) {
        return new Column(
                keys,
                guards.stream().map(each -> narrowest(keys, each.clauses())).toList());
    }

    private static Optional<Clause> narrowest(Set<TextKey> keys, List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> keys.containsAll(clause.keys()))
                .min(Comparator.comparingInt(Column::texts));
    }

    private static int texts(Clause clause) {
        return clause.guards().values().stream()
                .mapToInt(guard -> guard.texts().size())
                .sum();
    }

    /** What a child demands of an attribute; absent if nothing. */
    @Nullable
    Guard guard(int child, TextKey key) {
        return clauses.get(child).map(clause -> clause.guards().get(key)).orElse(null);
    }

    /** How many children are looked at, on average over the texts, for as many values as the attributes may have. */
    double looked() {
        long demanding = clauses.stream().flatMap(Optional::stream).count();
        var different = new HashSet<String>();
        long texts = 0;
        for (var clause : clauses.stream().flatMap(Optional::stream).toList()) {
            texts += texts(clause);
            clause.guards().values().forEach(guard -> different.addAll(guard.texts()));
        }
        double underOne = different.isEmpty() ? 0 : (double) texts / different.size();
        return clauses.size() - demanding + (isOfSubject() ? SUBJECT_VALUES * underOne : underOne);
    }

    /** Whether it tells completely whether a part of the target of most children matches. */
    boolean tellsMost() {
        long told =
                clauses.stream().flatMap(Optional::stream).filter(Clause::exact).count();
        return 2 * told > clauses.size();
    }

    boolean isOfSubject() {
        return keys.stream().anyMatch(key -> key.slot().name().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT));
    }
}

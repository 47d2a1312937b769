package no.klarert.policy.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one child demands: all of the clauses.
 *
 * @param exact whether its target matches whenever every clause admits the request
 */
record Guards(List<Clause> clauses, boolean exact) {
    static final Guards NONE = new Guards(List.of(), false);

    /** A guard with more texts than this says too little to be worth its memory. */
    private static final int MOST_TEXTS = 1_000;
    /** More demands seldom leave out further children, and what children share is looked for among all of them. */
    static final int MOST_CLAUSES = 32;

    Guards {
        clauses = List.copyOf(clauses);
    }

    /** Of a single match; it is exact if an absent attribute does not match either. */
    static Guards of(TextKey key, Guard guard) {
        return new Guards(List.of(new Clause(Map.of(key, guard), guard.absentFails())), guard.absentFails());
    }

    /** Of something that is not applicable as soon as one part is not: by the first demands, if there are very many. */
    static Guards all(Collection<Guards> parts) {
        var clauses = parts.stream().flatMap(part -> part.clauses.stream()).toList();
        return new Guards(
                clauses.subList(0, Math.min(clauses.size(), MOST_CLAUSES)),
                clauses.size() <= MOST_CLAUSES && parts.stream().allMatch(Guards::exact));
    }

    /** Of something that is not applicable only when no part is: by each attribute that all parts demand something of. */
    static Guards any(List<Guards> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        var shared = parts.get(0).keys().stream()
                .flatMap(key -> either(key, parts).stream())
                .toList();
        return new Guards(shared, shared.size() == 1 && shared.get(0).exact());
    }

    /** The same; where the parts have no attribute in common, by one attribute of each. */
    static Guards anyOrMixed(List<Guards> parts) {
        var shared = any(parts);
        return shared.clauses.isEmpty() ? mixed(parts) : shared;
    }

    private Set<TextKey> keys() {
        var keys = new LinkedHashSet<TextKey>();
        clauses.forEach(clause -> keys.addAll(clause.keys()));
        return keys;
    }

    /** The narrowest demand on one attribute alone. */
    Optional<Guard> guard(TextKey key) {
        return clauses.stream()
                .filter(clause -> clause.isOf(key))
                .map(clause -> clause.guards().get(key))
                .min(Comparator.comparingInt(guard -> guard.texts().size()));
    }

    /** Whether there is nothing to it but one clause. */
    private boolean isSingle() {
        return exact && clauses.size() == 1;
    }

    private static Optional<Clause> either(TextKey key, List<Guards> parts) {
        var merging = new Merging();
        for (var part : parts) {
            var guard = part.guard(key);
            if (guard.isEmpty()) {
                return Optional.empty();
            }
            merging.add(key, guard.get());
            if (merging.isFull()) {
                return Optional.empty();
            }
        }
        return Optional.of(merging.clause(parts.stream().allMatch(Guards::isSingle)));
    }

    private static Guards mixed(List<Guards> parts) {
        var merging = new Merging();
        for (var part : parts) {
            if (part.clauses.isEmpty()) {
                return NONE;
            }
            part.clauses.get(0).guards().forEach(merging::add);
            if (merging.isFull()) {
                return NONE;
            }
        }
        var clause = merging.clause(parts.stream().allMatch(Guards::isSingle));
        return new Guards(List.of(clause), clause.exact());
    }

    /** Collects the texts of alternatives. */
    private static final class Merging {
        private final Map<TextKey, Set<String>> texts = new HashMap<>();
        private final Set<TextKey> mayBeAbsent = new HashSet<>();
        private int size;

        void add(TextKey key, Guard guard) {
            texts.computeIfAbsent(key, fresh -> new HashSet<>()).addAll(guard.texts());
            size += guard.texts().size();
            if (!guard.absentFails()) {
                mayBeAbsent.add(key);
            }
        }

        boolean isFull() {
            return size > MOST_TEXTS;
        }

        Clause clause(boolean exact) {
            var guards = new HashMap<TextKey, Guard>();
            texts.forEach((key, each) -> guards.put(key, new Guard(each, !mayBeAbsent.contains(key))));
            return new Clause(guards, exact);
        }
    }
}

package no.klarert.policy.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guards of one child, by what they look at.
 *
 * @param exact whether the target of the child matches whenever every guard admits the request
 */
record Guards(Map<TextKey, Guard> byKey, boolean exact) {
    static final Guards NONE = new Guards(Map.of(), false);

    /** A guard with more texts than this says too little to be worth its memory. */
    private static final int MOST_TEXTS = 1_000;

    Guards {
        byKey = Map.copyOf(byKey);
    }

    /** The only guard there is; it is exact if an absent attribute does not match either. */
    static Guards of(TextKey key, Guard guard) {
        return new Guards(Map.of(key, guard), guard.absentFails());
    }

    /** Of something that is not applicable as soon as one part is not. */
    static Guards all(Collection<Guards> parts) {
        var all = new HashMap<TextKey, Guard>();
        parts.forEach(part -> part.byKey.forEach((key, guard) -> all.merge(key, guard, Guard::narrower)));
        int guards = parts.stream().mapToInt(part -> part.byKey.size()).sum();
        // INVARIANT: two parts with the same key each say more than the one guard that is kept.
        return new Guards(all, parts.stream().allMatch(Guards::exact) && all.size() == guards);
    }

    /** Of something that is not applicable only when no part is. */
    static Guards any(List<Guards> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        var shared = new HashMap<TextKey, Guard>();
        for (var key : parts.get(0).byKey.keySet()) {
            either(key, parts).ifPresent(guard -> shared.put(key, guard));
        }
        boolean single = parts.stream().allMatch(part -> part.exact && part.byKey.size() == 1);
        return new Guards(shared, single && shared.size() == 1);
    }

    private static Optional<Guard> either(TextKey key, List<Guards> parts) {
        var texts = new HashSet<String>();
        boolean absentFails = true;
        for (var part : parts) {
            var guard = part.byKey.get(key);
            if (guard == null || texts.size() > MOST_TEXTS) {
                return Optional.empty();
            }
            texts.addAll(guard.texts());
            absentFails &= guard.absentFails();
        }
        return Optional.of(new Guard(texts, absentFails));
    }
}

package no.klarert.policy.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The guards of one child, by what they look at. */
record Guards(Map<TextKey, Guard> byKey) {
    static final Guards NONE = new Guards(Map.of());

    /** A guard with more texts than this says too little to be worth its memory. */
    private static final int MOST_TEXTS = 1_000;

    Guards {
        byKey = Map.copyOf(byKey);
    }

    static Guards of(TextKey key, Guard guard) {
        return new Guards(Map.of(key, guard));
    }

    /** Of something that is not applicable as soon as one part is not. */
    static Guards all(Collection<Guards> parts) {
        var all = new HashMap<TextKey, Guard>();
        parts.forEach(part -> part.byKey.forEach((key, guard) -> all.merge(key, guard, Guard::narrower)));
        return new Guards(all);
    }

    /** Of something that is not applicable only when no part is. */
    static Guards any(Collection<Guards> parts) {
        return parts.stream().reduce(Guards::or).orElse(NONE);
    }

    private Guards or(Guards other) {
        var shared = new HashMap<TextKey, Guard>();
        byKey.forEach((key, guard) -> {
            var counterpart = other.byKey.get(key);
            if (counterpart != null
                    && guard.texts().size() + counterpart.texts().size() <= MOST_TEXTS) {
                shared.put(key, guard.or(counterpart));
            }
        });
        return new Guards(shared);
    }
}

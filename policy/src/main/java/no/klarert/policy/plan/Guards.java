package no.klarert.policy.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    static Guards any(List<Guards> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? NONE : parts.get(0);
        }
        var shared = new HashMap<TextKey, Guard>();
        for (var key : parts.get(0).byKey.keySet()) {
            either(key, parts).ifPresent(guard -> shared.put(key, guard));
        }
        return new Guards(shared);
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

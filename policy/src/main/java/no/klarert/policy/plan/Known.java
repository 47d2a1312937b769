package no.klarert.policy.plan;

import java.util.IdentityHashMap;
import java.util.function.Supplier;

/**
 * A text that requests are known to have, when a policy is made quicker for those requests alone. What is referred to in many
 * places is made quicker once, and shared as before. For one text only; never shared between threads.
 */
final class Known {
    private final TextKey key;
    private final String text;
    private final Preparation preparation;
    private final IdentityHashMap<Child, Child> quicker = new IdentityHashMap<>();

    Known(TextKey key, String text, Preparation preparation) {
        this.key = key;
        this.text = text;
        this.preparation = preparation;
    }

    TextKey key() {
        return key;
    }

    String text() {
        return text;
    }

    /** Counts nodes before they are looked at; false if there have been too many, and what they stand in should stay as it is. */
    boolean mayLookAt(int nodes) {
        return preparation.mayLookAt(nodes);
    }

    /** What something that may be referred to in many places becomes. */
    Child once(Child shared, Supplier<Child> made) {
        var known = quicker.get(shared);
        if (known == null) {
            known = made.get();
            quicker.put(shared, known);
        }
        return known;
    }
}

package no.klarert.policy.value;

import java.util.List;

/** An unordered collection of values of one type, with duplicates (XACML 3.0 §7.3.2). Bags do not nest. */
public record Bag(List<Value> values) implements Result {
    public static final Bag EMPTY = new Bag(List.of());

    public Bag {
        values = List.copyOf(values);
    }

    public boolean contains(Value sought) {
        for (var value : values) {
            if (value.sameAs(sought)) {
                return true;
            }
        }
        return false;
    }
}

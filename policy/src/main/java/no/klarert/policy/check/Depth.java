package no.klarert.policy.check;

import java.util.function.Supplier;

/**
 * How deep expressions are nested, counting a variable as if its definition stood in place of the reference (XACML 3.0 §5.24).
 * Every later stage goes down as far as this one, so the bound keeps all of them from running out of stack.
 */
final class Depth {
    static final int MOST = 100;

    private int level;
    private int deepest;

    /** Goes one level down; whether that is still allowed. */
    boolean enter() {
        deepest = Math.max(deepest, ++level);
        return level <= MOST;
    }

    void leave() {
        level--;
    }

    /** Whether something that goes down so many levels by itself may stand here. */
    boolean admits(int height) {
        deepest = Math.max(deepest, level + height);
        return level + height <= MOST;
    }

    /** What a visit found, and how many levels it went down from here. */
    record Visited<T>(T found, int height) {}

    <T> Visited<T> measure(Supplier<T> visit) {
        int outside = deepest;
        deepest = level;
        var found = visit.get();
        int height = deepest - level;
        deepest = Math.max(outside, deepest);
        return new Visited<>(found, height);
    }
}

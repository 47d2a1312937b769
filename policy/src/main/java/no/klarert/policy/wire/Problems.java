package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document, so that more than the first problem is reported. Keeps the first {@link #MOST}. */
final class Problems {
    static final int MOST = 20;

    private final List<Problem> found = new ArrayList<>();

    /**
     * One thing that is wrong.
     *
     * @param at where in the document, as its reader counts; negative if it has no place
     */
    record Problem(int at, String message) {}

    void add(int at, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(at, message));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::at)).toList();
    }
}

package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document, so that more than the first problem is reported. Keeps the first {@link #MOST}. */
final class Problems {
    static final int MOST = 20;

    private static final int LONGEST = 120;
    private static final String NOT_SHOWN = "[\\p{Cntrl}\\p{Cf}\\u2028\\u2029`]";

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

    /** A word of the document as it may stand in a message: in backticks, on one line, not too long. */
    static String quoted(String word) {
        var shown = word.length() > LONGEST ? word.substring(0, LONGEST) + "…" : word;
        return "`" + shown.replaceAll(NOT_SHOWN, "?") + "`";
    }
}

package no.klarert.policy.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.klarert.policy.Issue;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.syntax.Position;

/** Collects what is wrong with one source, through all stages, so that everything is reported at once. */
public final class Issues {
    /** A hostile source must not produce a report larger than itself. */
    private static final int MOST = 200;

    private static final int SHOWN = 120;

    private final List<Issue> found = new ArrayList<>();
    private boolean error;

    public void error(Position at, String message) {
        add(Severity.ERROR, at, message);
    }

    public void warning(Position at, String message) {
        add(Severity.WARNING, at, message);
    }

    public void add(Severity severity, Position at, String message) {
        boolean firstError = severity == Severity.ERROR && !error;
        error |= firstError;
        if (found.size() < MOST || firstError) {
            found.add(new Issue(severity, at.line(), at.column(), message));
        }
    }

    public boolean hasErrors() {
        return error;
    }

    /** Everything found so far, in source order. */
    public List<Issue> inSourceOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Issue::line).thenComparingInt(Issue::column))
                .toList();
    }

    /** A word of the source as it may stand in a message: in backticks, on one line, not too long. */
    public static String quoted(String word) {
        var cut = word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word;
        return "`" + cut.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029`]", "?") + "`";
    }
}

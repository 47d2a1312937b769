package no.klarert.policy.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.klarert.policy.Issue;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.syntax.Position;

/** Collects what is wrong with one source, through all stages, so that everything is reported at once. */
public final class Issues {
    /** A hostile source must not produce a report larger than itself. The first issue of each severity is listed in any case. */
    static final int MOST = 200;

    private final List<Issue> found = new ArrayList<>();
    private final Set<Severity> met = EnumSet.noneOf(Severity.class);
    private int unlisted;

    public void error(Position at, String message) {
        add(Severity.ERROR, at, message);
    }

    public void warning(Position at, String message) {
        add(Severity.WARNING, at, message);
    }

    public void add(Severity severity, Position at, String message) {
        boolean isFirstOfItsKind = met.add(severity);
        if (found.size() < MOST || isFirstOfItsKind) {
            found.add(new Issue(severity, at.line(), at.column(), message));
        } else {
            unlisted++;
        }
    }

    public boolean hasErrors() {
        return met.contains(Severity.ERROR);
    }

    /** Everything found so far, in source order; of more than {@link #MOST} issues, how many are left out. */
    public List<Issue> inSourceOrder() {
        var inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(Issue::line).thenComparingInt(Issue::column));
        if (unlisted > 0) {
            inOrder.add(new Issue(Severity.WARNING, 0, 0, "and " + unlisted + " more issues"));
        }
        return List.copyOf(inOrder);
    }
}

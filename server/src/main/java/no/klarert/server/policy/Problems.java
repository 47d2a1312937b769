package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Issue;
import no.klarert.policy.syntax.Position;

/** Collects what is wrong with one test file, so that all of it is reported at once. */
final class Problems {
    private static final int MOST = 100;

    private final List<Issue> found = new ArrayList<>();

    void add(Position at, String message) {
        if (found.size() < MOST) {
            found.add(new Issue(Issue.Severity.ERROR, at.line(), at.column(), message));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Issue> found() {
        return List.copyOf(found);
    }
}

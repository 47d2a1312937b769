package no.klarert.policy.check;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Target;

/** Finds alternatives of an {@code AnyOf} that stand there twice, such as a role in a long list of roles. */
final class RepeatedAlternativeCheck {
    private final Function<Match, Comparison> reading;
    private final Issues issues;

    /** @param reading what of a match counts */
    RepeatedAlternativeCheck(Function<Match, Comparison> reading, Issues issues) {
        this.reading = reading;
        this.issues = issues;
    }

    void check(Optional<Target> target) {
        target.ifPresent(present -> present.anyOf().forEach(this::check));
    }

    private void check(AnyOf anyOf) {
        var seen = new HashMap<List<Comparison>, Position>();
        for (var allOf : anyOf.allOf()) {
            var before = seen.putIfAbsent(comparisons(allOf), allOf.position());
            if (before != null) {
                issues.warning(allOf.position(), "this `AllOf` repeats the one of line " + before.line());
            }
        }
    }

    private List<Comparison> comparisons(AllOf allOf) {
        return allOf.matches().stream().map(reading).toList();
    }
}

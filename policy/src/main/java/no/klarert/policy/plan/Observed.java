package no.klarert.policy.plan;

import java.util.stream.Stream;
import no.klarert.policy.Explanation;
import no.klarert.policy.value.Result;
import org.jspecify.annotations.Nullable;

/** A child that remembers what it said when an algorithm asked it. */
final class Observed implements Child {
    private final Child child;
    private @Nullable Verdict said;

    private Observed(Child child) {
        this.child = child;
    }

    static Observed[] all(Child[] children) {
        return Stream.of(children).map(Observed::new).toArray(Observed[]::new);
    }

    Child child() {
        return child;
    }

    /** Absent if the algorithm had no need to ask. */
    @Nullable
    Verdict said() {
        return said;
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        var verdict = child.evaluate(evaluation);
        said = verdict;
        return verdict;
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return child.applies(evaluation);
    }

    @Override
    public Explanation.Step explain(Explaining why) {
        return child.explain(why);
    }
}

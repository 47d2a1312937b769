package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.value.Result;
import org.jspecify.annotations.Nullable;

/** One evaluation of one plan: the request, and what has been looked up and computed so far. Never shared. */
final class Evaluation {
    private static final RequestIndex NOTHING = RequestIndex.of(List.of());

    /** For verdicts and constants, which look at nothing and take no work. */
    static final Evaluation OF_CONSTANTS = new Evaluation(NOTHING, 0, 0);

    /** How many slots are remembered. A plan with more of them looks the others up each time it meets them. */
    private static final int MOST_REMEMBERED = 32;

    /**
     * How much more work telling about an evaluation may take. What stands within something else is evaluated again when its turn
     * comes, and should come to the same.
     */
    private static final int MORE_WHEN_TOLD = 20;

    private static final @Nullable Result[] NO_VARIABLES = {};

    /**
     * How much work one evaluation may take, so that no policy can hold up a node: comparisons of values, and steps of searches
     * for patterns. It is some tenths of a second, and a thousand times what policies take.
     */
    static final long MOST_WORK = 5_000_000;

    static final long MOST_WORK_TOLD = MORE_WHEN_TOLD * MOST_WORK;

    private final RequestIndex request;
    private final @Nullable Texts[] texts;
    private final @Nullable Result[] variables;
    /** Where the work is counted. */
    private final Evaluation whole;

    private long workLeft;

    Evaluation(RequestIndex request, int slots) {
        this(request, slots, MOST_WORK);
    }

    Evaluation(RequestIndex request, int slots, long work) {
        this.request = request;
        this.texts = new @Nullable Texts[Math.min(slots, MOST_REMEMBERED)];
        this.variables = NO_VARIABLES;
        this.whole = this;
        this.workLeft = work;
    }

    private Evaluation(Evaluation whole, int variables) {
        this.request = whole.request;
        this.texts = whole.texts;
        this.variables = new @Nullable Result[variables];
        this.whole = whole.whole;
    }

    /** One to tell about. */
    static Evaluation told(RequestIndex request, int slots) {
        return new Evaluation(request, slots, MOST_WORK_TOLD);
    }

    /** One that looks at no request, for what can be computed when a policy is planned. */
    static Evaluation whilePlanning() {
        return new Evaluation(NOTHING, 0);
    }

    /** The same evaluation inside a policy with variables of its own. */
    Evaluation withVariables(int count) {
        return new Evaluation(this, count);
    }

    /** Counts work before it is done; false if there has been too much. */
    boolean spends(long work) {
        whole.workLeft -= work;
        return whole.workLeft >= 0;
    }

    /** Whether work was refused. */
    boolean hasOverspent() {
        return whole.workLeft < 0;
    }

    /** What was not spent; nothing if work was refused. */
    long workLeft() {
        return Math.max(whole.workLeft, 0);
    }

    Texts texts(Slot slot) {
        int index = slot.index();
        if (index >= texts.length) {
            return request.texts(slot.key());
        }
        var known = texts[index];
        if (known == null) {
            known = request.texts(slot.key());
            texts[index] = known;
        }
        return known;
    }

    Result variable(int index, Node body) {
        var known = variables[index];
        if (known == null) {
            known = body.evaluate(this);
            variables[index] = known;
        }
        return known;
    }
}

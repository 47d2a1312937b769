package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.value.Result;
import org.jspecify.annotations.Nullable;

/** One evaluation of one plan: the request, and what has been looked up and computed so far. Never shared. */
final class Evaluation {
    /** For nodes that look at nothing. */
    static final Evaluation WITHOUT_REQUEST = new Evaluation(RequestIndex.of(List.of()), 0);

    /** How many slots are remembered. A plan with more of them looks the others up each time it meets them. */
    private static final int MOST_REMEMBERED = 32;

    private static final @Nullable Result[] NO_VARIABLES = {};

    private final RequestIndex request;
    private final @Nullable Texts[] texts;
    private final @Nullable Result[] variables;

    Evaluation(RequestIndex request, int slots) {
        this(request, new @Nullable Texts[Math.min(slots, MOST_REMEMBERED)], NO_VARIABLES);
    }

    private Evaluation(RequestIndex request, @Nullable Texts[] texts, @Nullable Result[] variables) {
        this.request = request;
        this.texts = texts;
        this.variables = variables;
    }

    /** The same evaluation inside a policy with variables of its own. */
    Evaluation withVariables(int count) {
        return new Evaluation(request, texts, new @Nullable Result[count]);
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

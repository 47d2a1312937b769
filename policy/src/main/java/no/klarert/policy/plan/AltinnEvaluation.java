package no.klarert.policy.plan;

import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** One evaluation of one plan in Altinn's dialect. Never shared. */
final class AltinnEvaluation {
    private final RequestIndex request;
    private final @Nullable Texts[] texts;
    private @Nullable Failure failure;

    AltinnEvaluation(RequestIndex request, int slots) {
        this.request = request;
        this.texts = new @Nullable Texts[slots];
    }

    RequestIndex request() {
        return request;
    }

    Texts texts(Slot slot) {
        var known = texts[slot.index()];
        if (known == null) {
            known = request.texts(slot.key());
            texts[slot.index()] = known;
        }
        return known;
    }

    /** Remembers why the decision is Indeterminate. */
    Outcome broken(Failure why) {
        failure = why;
        return Outcome.BROKEN;
    }

    /** Why a test was {@code BROKEN}; absent if none was. */
    @Nullable
    Failure failure() {
        return failure;
    }
}

package no.klarert.policy.plan;

import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.plan.AltinnCondition.Answer;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** A rule in Altinn's dialect: first whether it is about the resource and action, then, if so, what it says. */
record AltinnRule(Effect effect, AltinnTest reach, AltinnTest subject, AltinnCondition condition) {
    // INVARIANT: these are Indeterminate with status ok, as clients of Altinn know it (decision service §6.5).
    private static final Failure NO_SUBJECT = doubt("a required subject attribute is missing");
    private static final Failure NO_CONDITION = doubt("a condition lacks an attribute or a bag has another size");
    private static final Failure TOO_MANY = Failure.processing("a condition got more than one value");

    private static Failure doubt(String message) {
        return new Failure(new Status(Xacml.STATUS_OK, message));
    }

    /** Absent if something was reached that makes the whole decision Indeterminate. */
    @Nullable
    Verdict verdict(AltinnEvaluation evaluation) {
        return switch (subject.test(evaluation)) {
            case HOLDS -> verdict(condition.evaluate(evaluation));
            case FAILS -> Verdict.NOT_APPLICABLE;
            case MISSING -> Verdict.indeterminate(effect, NO_SUBJECT);
            case BROKEN -> null;
        };
    }

    private @Nullable Verdict verdict(Answer answer) {
        return switch (answer) {
            case APPLIES -> Verdict.of(effect);
            case DOES_NOT_APPLY -> Verdict.NOT_APPLICABLE;
            case DOUBTFUL -> Verdict.indeterminate(effect, NO_CONDITION);
            case TOO_MANY -> Verdict.indeterminate(effect, TOO_MANY);
            case BROKEN -> null;
        };
    }
}

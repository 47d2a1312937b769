package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.plan.AltinnCondition.Answer;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** A rule in Altinn's dialect: first whether it is about the resource and action, then, if so, what it says. */
record AltinnRule(Rule rule, AltinnTest reach, AltinnTest subject, AltinnCondition condition) {
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
            case MISSING -> Verdict.indeterminate(rule.effect(), NO_SUBJECT);
            case BROKEN -> null;
        };
    }

    private @Nullable Verdict verdict(Answer answer) {
        return switch (answer) {
            case APPLIES -> Verdict.of(rule.effect());
            case DOES_NOT_APPLY -> Verdict.NOT_APPLICABLE;
            case DOUBTFUL -> Verdict.indeterminate(rule.effect(), NO_CONDITION);
            case TOO_MANY -> Verdict.indeterminate(rule.effect(), TOO_MANY);
            case BROKEN -> null;
        };
    }

    /** What the rule says, as far as it is looked at: its subject only if it is about the resource and action. */
    Step explain(AltinnEvaluation evaluation) {
        var parts = new ArrayList<Step>();
        parts.add(reach.explain(evaluation));
        boolean reached = reach.test(evaluation) == Outcome.HOLDS;
        if (reached) {
            parts.add(subject.explain(evaluation));
        }
        if (reached && subject.test(evaluation) == Outcome.HOLDS && !(condition instanceof AltinnCondition.None)) {
            parts.add(explainCondition(evaluation));
        }
        var verdict = reached ? verdict(evaluation) : Verdict.NOT_APPLICABLE;
        return Explaining.step(
                "rule " + Shown.quoted(rule.id()) + " (" + rule.effect().text() + ")",
                verdict == null ? "Indeterminate" : verdict.text(),
                verdict == null ? "it cannot be told, and so the whole decision cannot" : verdict.because(),
                rule.position(),
                parts);
    }

    private Step explainCondition(AltinnEvaluation evaluation) {
        var outcome = switch (condition.evaluate(evaluation)) {
            case APPLIES -> "true";
            case DOES_NOT_APPLY -> "false";
            case DOUBTFUL -> "an attribute is missing, or there are not as many values as asked for";
            case TOO_MANY -> "more than one value";
            case BROKEN -> "cannot be told";
        };
        return Explaining.step("condition", outcome, "", rule.position(), List.of());
    }
}

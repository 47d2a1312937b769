package no.klarert.policy.plan;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.Obligation;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a rule or policy says, with the kinds of Indeterminate told apart (XACML 3.0 §7.10). Immutable, so the frequent ones are
 * shared.
 *
 * @param failure the first error met; present if the kind is an Indeterminate
 */
record Verdict(Kind kind, @Nullable Failure failure, List<Obligation> obligations, List<Advice> advice)
        implements Child {
    static final Verdict PERMIT = plain(Kind.PERMIT);
    static final Verdict DENY = plain(Kind.DENY);
    static final Verdict NOT_APPLICABLE = plain(Kind.NOT_APPLICABLE);

    /** The decisions, Indeterminate by what it could have been without the error. */
    enum Kind {
        PERMIT,
        DENY,
        NOT_APPLICABLE,
        INDETERMINATE_PERMIT,
        INDETERMINATE_DENY,
        INDETERMINATE_EITHER
    }

    private static Verdict plain(Kind kind) {
        return new Verdict(kind, null, List.of(), List.of());
    }

    static Verdict of(Effect effect) {
        return switch (effect) {
            case PERMIT -> PERMIT;
            case DENY -> DENY;
        };
    }

    static Verdict indeterminate(Kind kind, @Nullable Failure failure) {
        return new Verdict(kind, failure, List.of(), List.of());
    }

    static Verdict indeterminate(Effect effect, Failure failure) {
        return switch (effect) {
            case PERMIT -> indeterminate(Kind.INDETERMINATE_PERMIT, failure);
            case DENY -> indeterminate(Kind.INDETERMINATE_DENY, failure);
        };
    }

    /** The decision as the outside sees it. */
    DecisionValue decision() {
        return switch (kind) {
            case PERMIT -> DecisionValue.PERMIT;
            case DENY -> DecisionValue.DENY;
            case NOT_APPLICABLE -> DecisionValue.NOT_APPLICABLE;
            case INDETERMINATE_PERMIT, INDETERMINATE_DENY, INDETERMINATE_EITHER -> DecisionValue.INDETERMINATE;
        };
    }

    /** Whether it comes without duties. */
    boolean isBare() {
        return obligations.isEmpty() && advice.isEmpty();
    }

    boolean isIndeterminate() {
        return failure != null;
    }

    /** This verdict with the duties of another added after its own. */
    Verdict and(List<Obligation> moreObligations, List<Advice> moreAdvice) {
        return moreObligations.isEmpty() && moreAdvice.isEmpty()
                ? this
                : new Verdict(kind, failure, joined(obligations, moreObligations), joined(advice, moreAdvice));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        return second.isEmpty()
                ? first
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public boolean canOnlySay(Kind only) {
        return kind == only && isBare();
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        return this;
    }

    @Override
    public Step explain(Explaining why) {
        return Explaining.step("verdict", text(), because(), Step.NOWHERE, List.of());
    }

    /** The decision with the kind of Indeterminate, as the standard writes it. */
    String text() {
        return switch (kind) {
            case INDETERMINATE_PERMIT -> "Indeterminate{P}";
            case INDETERMINATE_DENY -> "Indeterminate{D}";
            case INDETERMINATE_EITHER -> "Indeterminate{DP}";
            case PERMIT, DENY, NOT_APPLICABLE -> decision().text();
        };
    }

    /** The error that was met; empty if none was. */
    String because() {
        return failure == null ? "" : failure.status().message();
    }
}

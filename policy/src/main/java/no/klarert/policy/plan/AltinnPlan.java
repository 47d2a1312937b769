package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** A policy that is evaluated as Altinn's decision service does; see {@link no.klarert.policy.Dialect#ALTINN}. */
final class AltinnPlan implements Plan {
    private static final Status MISSING =
            new Status(Xacml.STATUS_MISSING_ATTRIBUTE, "a required attribute of the resource or action is missing");

    private final Policy policy;
    private final List<AltinnRule> rules;
    private final Combiner combiner;
    private final List<Obligation> onPermit;
    private final int slots;

    AltinnPlan(Policy policy, List<AltinnRule> rules, Combiner combiner, List<Obligation> onPermit, int slots) {
        this.policy = policy;
        this.rules = List.copyOf(rules);
        this.combiner = combiner;
        this.onPermit = List.copyOf(onPermit);
        this.slots = slots;
    }

    @Override
    public Decision evaluate(RequestIndex request) {
        var evaluation = new AltinnEvaluation(request, slots);
        boolean missing = false;
        var reached = new ArrayList<AltinnRule>();
        for (var rule : rules) {
            switch (rule.reach().test(evaluation)) {
                case HOLDS -> reached.add(rule);
                case FAILS -> {}
                case MISSING -> missing = true;
                case BROKEN -> {
                    return broken(evaluation);
                }
            }
        }
        return missing ? indeterminate(MISSING) : decide(reached, evaluation);
    }

    /** Every rule that was reached is evaluated before any is combined: a broken one counts even behind one that decides. */
    private Decision decide(List<AltinnRule> reached, AltinnEvaluation evaluation) {
        var verdicts = new ArrayList<Verdict>(reached.size());
        for (var rule : reached) {
            var verdict = rule.verdict(evaluation);
            if (verdict == null) {
                return broken(evaluation);
            }
            verdicts.add(verdict);
        }
        var combined = combiner.combine(verdicts.toArray(Verdict[]::new), Evaluation.OF_CONSTANTS);
        if (combined.isIndeterminate()) {
            return indeterminate(status(verdicts, combined.failure()));
        }
        return new Decision(
                combined.decision(),
                Status.OK,
                combined.decision() == DecisionValue.PERMIT ? onPermit : List.of(),
                List.of(),
                reached.isEmpty() ? List.of() : evaluation.request().echoed());
    }

    /** A rule with too many values is named before other doubts, whatever their order. */
    private static Status status(List<Verdict> verdicts, @Nullable Failure first) {
        for (var verdict : verdicts) {
            var failure = verdict.failure();
            if (failure != null && failure.status().code().equals(Xacml.STATUS_PROCESSING_ERROR)) {
                return failure.status();
            }
        }
        return first == null ? Status.OK : first.status();
    }

    private static Decision broken(AltinnEvaluation evaluation) {
        var failure = evaluation.failure();
        return indeterminate(failure == null ? new Status(Xacml.STATUS_SYNTAX_ERROR, "") : failure.status());
    }

    private static Decision indeterminate(Status status) {
        return new Decision(DecisionValue.INDETERMINATE, status, List.of(), List.of(), List.of());
    }

    /** Takes no work that is counted. */
    @Override
    public Decision evaluate(RequestIndex request, Allowance allowance) {
        return evaluate(request);
    }

    @Override
    public Decision evaluateNamingPolicies(RequestIndex request, Allowance allowance) {
        var decision = evaluate(request);
        var value = decision.value();
        return value == DecisionValue.PERMIT || value == DecisionValue.DENY
                ? decision.withPolicies(
                        List.of(new PolicyIdentifier(PolicyReference.Kind.POLICY, policy.id(), policy.version())))
                : decision;
    }

    @Override
    public Step explain(RequestIndex request) {
        var decision = evaluate(request);
        return Explaining.step(
                "policy " + Shown.quoted(policy.id()),
                decision.value().text(),
                decision.status().message(),
                policy.position(),
                rules.stream()
                        .map(rule -> rule.explain(new AltinnEvaluation(request, slots)))
                        .toList());
    }
}

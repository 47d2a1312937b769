package no.klarert.policy.plan;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Obligation;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/** Plans a policy for Altinn's dialect. */
public final class AltinnPlanner {
    private final Slots slots = new Slots();
    private final AltinnTargetPlanner targets = new AltinnTargetPlanner(slots);
    private final AltinnConditionPlanner conditions = new AltinnConditionPlanner(slots);

    private AltinnPlanner() {}

    public static Planned plan(Policy policy) {
        var planner = new AltinnPlanner();
        var rules = policy.rules().stream().map(planner::rule).toList();
        var combiner = CombiningAlgorithms.altinn(policy.combiningAlgorithm()).orElseGet(UnknownAlgorithm::new);
        var plan = new AltinnPlan(policy, rules, combiner, onPermit(policy), planner.slots.size());
        return new Planned(plan, planner.slots.names());
    }

    private AltinnRule rule(Rule rule) {
        return new AltinnRule(
                rule,
                AltinnReach.of(
                        targets.category(rule.target(), Xacml.CATEGORY_RESOURCE),
                        targets.category(rule.target(), Xacml.CATEGORY_ACTION)),
                targets.category(rule.target(), Xacml.CATEGORY_ACCESS_SUBJECT),
                rule.condition().map(conditions::condition).orElseGet(AltinnCondition.None::new));
    }

    private static List<Obligation> onPermit(Policy policy) {
        return policy.obligations().stream()
                .filter(obligation -> obligation.fulfillOn() == Effect.PERMIT)
                .map(AltinnPlanner::obligation)
                .toList();
    }

    private static Obligation obligation(ObligationExpression obligation) {
        return new Obligation(
                obligation.id(),
                obligation.assignments().stream()
                        .flatMap(AltinnPlanner::literal)
                        .toList());
    }

    private static Stream<AttributeAssignment> literal(AttributeAssignmentExpression assignment) {
        return assignment.expression() instanceof AttributeValue value
                ? Stream.of(new AttributeAssignment(
                        assignment.attributeId(),
                        assignment.category(),
                        value.dataType(),
                        assignment.issuer(),
                        value.text()))
                : Stream.empty();
    }
}

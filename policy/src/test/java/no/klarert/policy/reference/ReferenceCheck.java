package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Whether a policy is one (XACML 3.0 §5, §7.6, §7.9): well typed, with ids that are used once. */
final class ReferenceCheck {
    private final Policy policy;
    private final ReferenceTyping typing;

    private ReferenceCheck(Policy policy) {
        this.policy = policy;
        this.typing = new ReferenceTyping(policy.variables());
    }

    static boolean isValid(Policy policy) {
        return new ReferenceCheck(policy).isValid();
    }

    private boolean isValid() {
        return Algorithms.OF_RULES.contains(policy.combiningAlgorithm())
                && areDistinct(policy.rules().stream().map(Rule::id).toList())
                && areDistinct(policy.variables().stream()
                        .map(variable -> variable.id())
                        .toList())
                && policy.variables().stream().allMatch(variable -> typing.isTyped(variable.expression()))
                && isValid(policy.target())
                && policy.rules().stream().allMatch(this::isValid)
                && areValid(policy.obligations(), policy.advice());
    }

    private static boolean areDistinct(List<String> ids) {
        return ids.stream().distinct().count() == ids.size();
    }

    private boolean isValid(Rule rule) {
        return isValid(rule.target())
                && rule.condition().stream().allMatch(typing::isTruth)
                && areValid(rule.obligations(), rule.advice());
    }

    private boolean isValid(Optional<Target> target) {
        return target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .allMatch(ReferenceCheck::isValid);
    }

    private static boolean isValid(Match match) {
        return Optional.ofNullable(ReferenceSignatures.functions().get(match.functionId()))
                .filter(signature -> signature.matches()
                        && ReferenceTyping.isReadable(match.value())
                        && signature
                                .parameters()
                                .get(0)
                                .dataType()
                                .equals(match.value().dataType())
                        && signature
                                .parameters()
                                .get(1)
                                .dataType()
                                .equals(match.attribute().dataType())
                        && ReferenceTyping.hasUsablePattern(match.functionId(), List.of(match.value())))
                .isPresent();
    }

    private boolean areValid(List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        return Stream.concat(
                        obligations.stream().flatMap(duty -> duty.assignments().stream()),
                        advice.stream().flatMap(duty -> duty.assignments().stream()))
                .map(AttributeAssignmentExpression::expression)
                .allMatch(typing::isTyped);
    }
}

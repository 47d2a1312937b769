package no.klarert.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.klarert.policy.Issue;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;

/**
 * Parts of a policy that decisions leave out of account, so that more would be permitted than the policy says (Altinn PDP §6.1,
 * §6.2, §6.4, §6.5). The public service accepts them silently and advises against them (§11); here they are refused.
 */
final class WideReading {
    private static final Set<String> TESTED =
            Set.of(Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION);

    private final List<Issue> issues = new ArrayList<>();

    private WideReading() {}

    static List<Issue> issues(Policy policy) {
        var reading = new WideReading();
        policy.target()
                .filter(target -> !target.anyOf().isEmpty())
                .ifPresent(
                        target -> reading.add(target.position(), "the target of the policy itself would be ignored"));
        policy.rules().forEach(reading::check);
        policy.obligations().stream()
                .filter(obligation -> obligation.fulfillOn() == Effect.PERMIT)
                .flatMap(obligation -> obligation.assignments().stream())
                .filter(assignment -> !(assignment.expression() instanceof AttributeValue))
                .forEach(assignment ->
                        reading.add(assignment.position(), "an obligation that is not a literal would be left out"));
        return reading.issues;
    }

    private void check(Rule rule) {
        rule.condition().ifPresent(condition -> add(condition.position(), "conditions are not supported"));
        rule.obligations().forEach(obligation -> add(obligation.position(), "obligations of a rule would be left out"));
        rule.target().stream()
                .flatMap(target -> target.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .filter(match -> !TESTED.contains(match.attribute().category()))
                .forEach(match -> add(
                        match.position(),
                        "a match of another category than subject, resource and action" + " would be ignored"));
    }

    private void add(Position at, String message) {
        issues.add(new Issue(Issue.Severity.ERROR, at.line(), at.column(), message));
    }
}

package no.klarert.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.Xacml;
import no.klarert.policy.plan.AltinnComparisons;
import no.klarert.policy.plan.CombiningAlgorithms;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.Shown;

/**
 * Checks a policy for Altinn's dialect. That dialect refuses little, so most of what is found here is a warning: the policy can
 * be used, but does not do what its author may think.
 */
public final class AltinnCheck {
    private static final Set<String> TESTED =
            Set.of(Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION);

    private final Issues issues;
    private final PatternCheck patterns;

    private AltinnCheck(Issues issues) {
        this.issues = issues;
        this.patterns = new PatternCheck(issues);
    }

    public static void check(Policy policy, Issues issues) {
        new AltinnCheck(issues).check(policy);
        AltinnFindings.check(policy, issues);
    }

    private void check(Policy policy) {
        checkAlgorithm(policy);
        policy.target()
                .filter(target -> !target.anyOf().isEmpty())
                .ifPresent(target -> issues.warning(
                        target.position(), "the target of a policy is not tested, only those of its rules"));
        policy.variables().forEach(variable -> issues.warning(variable.position(), "variables are not supported"));
        var ids = new HashSet<String>();
        for (var rule : policy.rules()) {
            if (!rule.id().isEmpty() && !ids.add(rule.id())) {
                issues.warning(rule.position(), "the rule id " + Shown.quoted(rule.id()) + " is used twice");
            }
            check(rule);
        }
        policy.obligations().forEach(this::check);
        policy.advice().forEach(advice -> issues.warning(advice.position(), "advice is not given"));
    }

    private void checkAlgorithm(Policy policy) {
        var id = policy.combiningAlgorithm();
        if (id.isEmpty()) {
            return;
        }
        if (!CombiningAlgorithms.isAltinn(id)) {
            issues.add(
                    Severity.UNDECIDABLE,
                    policy.position(),
                    "the combining algorithm " + Shown.quoted(id) + " is not known: every decision is Indeterminate");
        } else if (CombiningAlgorithms.isKnown(id, CombiningAlgorithms.Use.POLICIES)) {
            issues.warning(policy.position(), Shown.quoted(id) + " combines policies; taken as the one for rules");
        }
    }

    private void check(Rule rule) {
        rule.target().ifPresent(this::check);
        rule.condition()
                .ifPresent(condition ->
                        issues.warning(condition.position(), "conditions are barely supported and should not be used"));
        rule.obligations()
                .forEach(obligation -> issues.warning(obligation.position(), "obligations of a rule are not returned"));
        rule.advice().forEach(advice -> issues.warning(advice.position(), "advice is not given"));
    }

    private void check(Target target) {
        var homes = new HashMap<String, Integer>();
        for (int i = 0; i < target.anyOf().size(); i++) {
            int index = i;
            var anyOf = target.anyOf().get(i);
            anyOf.allOf().stream().flatMap(allOf -> allOf.matches().stream()).forEach(this::check);
            categories(anyOf.allOf().stream()
                            .flatMap(allOf -> allOf.matches().stream())
                            .toList())
                    .filter(category -> homes.putIfAbsent(category, index) != null)
                    .forEach(category -> issues.warning(
                            anyOf.position(),
                            "several `AnyOf` test the category " + Shown.quoted(category) + ": they are alternatives"));
        }
    }

    private static Stream<String> categories(List<Match> matches) {
        return matches.stream().map(match -> match.attribute().category()).distinct();
    }

    private void check(Match match) {
        var category = match.attribute().category();
        if (!category.isEmpty() && !TESTED.contains(category)) {
            issues.warning(match.position(), "the category " + Shown.quoted(category) + " is not tested");
        }
        patterns.count(match.position(), AltinnComparisons.patternSize(match.functionId(), match.value()));
        if (!match.functionId().isEmpty()) {
            AltinnComparisons.problemInTarget(match.functionId(), match.value())
                    .ifPresent(problem -> issues.add(
                            Severity.UNDECIDABLE,
                            match.position(),
                            problem + ": reaching it makes the decision Indeterminate"));
        }
        if (match.attribute().mustBePresent()) {
            issues.warning(
                    match.position(),
                    "`MustBePresent` is true: without "
                            + Shown.quoted(match.attribute().attributeId()) + " the decision may be Indeterminate");
        }
    }

    private void check(ObligationExpression obligation) {
        if (obligation.fulfillOn() == Effect.DENY) {
            issues.warning(obligation.position(), "obligations on Deny are not returned");
            return;
        }
        for (var assignment : obligation.assignments()) {
            if (!(assignment.expression() instanceof AttributeValue)) {
                issues.warning(assignment.position(), "only literals are returned in obligations");
            } else if (assignment.category().isEmpty()) {
                // The answer could not be written; better to say so now than with every Permit.
                issues.error(assignment.position(), "an assignment of an obligation needs a `Category`");
            }
        }
    }
}

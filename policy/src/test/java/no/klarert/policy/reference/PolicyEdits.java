package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;

/** Policies that differ from others in one thing. */
final class PolicyEdits {
    private PolicyEdits() {}

    static Policy with(Policy policy, List<VariableDefinition> variables, List<Rule> rules) {
        return new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target(),
                variables,
                rules,
                policy.obligations(),
                policy.advice());
    }

    /** With nothing but variables and rules. */
    static Policy bare(Policy policy, String combiningAlgorithm) {
        return new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                combiningAlgorithm,
                Optional.empty(),
                Optional.empty(),
                policy.variables(),
                policy.rules(),
                List.of(),
                List.of());
    }

    /** A rule that permits what matches. */
    static Rule permit(Match match) {
        var at = match.position();
        var allOf = new AllOf(at, List.of(match));
        var target = new Target(at, List.of(new AnyOf(at, List.of(allOf))));
        return new Rule(
                at, "r", Effect.PERMIT, Optional.empty(), Optional.of(target), Optional.empty(), List.of(), List.of());
    }

    static Policy withRules(Policy policy, List<Rule> rules) {
        return with(policy, policy.variables(), rules);
    }

    static Policy eachRule(Policy policy, UnaryOperator<Rule> edit) {
        return withRules(policy, policy.rules().stream().map(edit).toList());
    }

    static Rule with(Rule rule, Optional<Target> target, Optional<Expression> condition) {
        return new Rule(
                rule.position(),
                rule.id(),
                rule.effect(),
                rule.description(),
                target,
                condition,
                rule.obligations(),
                rule.advice());
    }

    /** Without the {@code AllOf} at a position, wherever in the policy. */
    static Policy withoutAllOf(Policy policy, Position at) {
        var edited = new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target().map(target -> withoutAllOf(target, at)),
                policy.variables(),
                policy.rules(),
                policy.obligations(),
                policy.advice());
        return eachRule(
                edited, rule -> with(rule, rule.target().map(target -> withoutAllOf(target, at)), rule.condition()));
    }

    private static Target withoutAllOf(Target target, Position at) {
        return new Target(
                target.position(),
                target.anyOf().stream()
                        .map(anyOf -> new AnyOf(
                                anyOf.position(),
                                anyOf.allOf().stream()
                                        .filter(allOf -> !allOf.position().equals(at))
                                        .toList()))
                        .toList());
    }

    /** Without the obligation or advice at a position, wherever in the policy. */
    static Policy withoutDuty(Policy policy, Position at) {
        var edited = new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target(),
                policy.variables(),
                policy.rules(),
                obligations(policy.obligations(), at),
                advice(policy.advice(), at));
        return eachRule(
                edited, rule -> withDuties(rule, obligations(rule.obligations(), at), advice(rule.advice(), at)));
    }

    static Rule withDuties(Rule rule, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        return new Rule(
                rule.position(),
                rule.id(),
                rule.effect(),
                rule.description(),
                rule.target(),
                rule.condition(),
                obligations,
                advice);
    }

    private static List<ObligationExpression> obligations(List<ObligationExpression> all, Position at) {
        return without(all.stream(), obligation -> obligation.position().equals(at));
    }

    private static List<AdviceExpression> advice(List<AdviceExpression> all, Position at) {
        return without(all.stream(), one -> one.position().equals(at));
    }

    private static <T> List<T> without(Stream<T> all, Predicate<T> excluded) {
        return all.filter(excluded.negate()).toList();
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/** Policies without errors that use everything the standard dialect supports. */
final class AnyPolicy {
    private final Chance chance;
    private final AnyExpression expressions;
    private final AnyTarget targets;
    private final AnyDuties duties;

    private AnyPolicy(Chance chance) {
        this.chance = chance;
        this.expressions = AnyExpression.withVariables(chance);
        this.targets = new AnyTarget(chance, expressions);
        this.duties = new AnyDuties(chance, expressions);
    }

    static Policy of(Chance chance) {
        return of(chance, "p", "1.0");
    }

    static Policy of(Chance chance, String id, String version) {
        return new AnyPolicy(chance).policy(id, version);
    }

    /** The same, where every assignment on Permit has the category that Altinn's dialect demands. */
    static Policy withCategories(Chance chance) {
        var policy = of(chance);
        return new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target(),
                policy.variables(),
                policy.rules(),
                policy.obligations().stream().map(AnyPolicy::withCategories).toList(),
                policy.advice());
    }

    private static ObligationExpression withCategories(ObligationExpression obligation) {
        return new ObligationExpression(
                obligation.position(),
                obligation.id(),
                obligation.fulfillOn(),
                obligation.assignments().stream()
                        .map(assignment -> new AttributeAssignmentExpression(
                                assignment.position(),
                                assignment.attributeId(),
                                Optional.of("c"),
                                assignment.issuer(),
                                assignment.expression()))
                        .toList());
    }

    private Policy policy(String id, String version) {
        return new Policy(
                NOWHERE,
                id,
                version,
                chance.of(Algorithms.OF_RULES),
                Optional.empty(),
                chance.oneIn(2) ? Optional.of(targets.of()) : Optional.empty(),
                expressions.variables(),
                IntStream.range(0, chance.upTo(4)).mapToObj(this::rule).toList(),
                duties.obligations(),
                duties.advice());
    }

    private Rule rule(int index) {
        return new Rule(
                NOWHERE,
                "r" + index,
                AnyDuties.effect(chance),
                Optional.empty(),
                chance.oneIn(3) ? Optional.empty() : Optional.of(targets.of()),
                chance.oneIn(2) ? Optional.empty() : Optional.of(expressions.truth(3)),
                duties.obligations(),
                duties.advice());
    }
}

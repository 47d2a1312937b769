package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.algorithm;
import static no.klarert.policy.PolicyXml.function;
import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Policies without errors that use everything the standard dialect supports. */
final class AnyPolicy {
    private static final List<String> ALGORITHMS = List.of(
            algorithm("deny-overrides"),
            algorithm("permit-overrides"),
            algorithm("ordered-deny-overrides"),
            algorithm("ordered-permit-overrides"),
            algorithm("deny-unless-permit"),
            algorithm("permit-unless-deny"),
            algorithm("first-applicable"),
            "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides",
            "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides",
            "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-deny-overrides",
            "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-permit-overrides");

    private final Chance chance;
    private final AnyExpression expressions;

    private AnyPolicy(Chance chance) {
        this.chance = chance;
        this.expressions = new AnyExpression(chance);
    }

    static Policy of(Chance chance) {
        return new AnyPolicy(chance).policy();
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

    private Policy policy() {
        return new Policy(
                NOWHERE,
                "p",
                "1.0",
                chance.of(ALGORITHMS),
                Optional.empty(),
                chance.oneIn(2) ? Optional.of(target()) : Optional.empty(),
                expressions.variables(),
                IntStream.range(0, chance.upTo(4)).mapToObj(this::rule).toList(),
                obligations(),
                advice());
    }

    private Rule rule(int index) {
        return new Rule(
                NOWHERE,
                "r" + index,
                effect(),
                Optional.empty(),
                chance.oneIn(3) ? Optional.empty() : Optional.of(target()),
                chance.oneIn(2) ? Optional.empty() : Optional.of(expressions.one(Xacml.TYPE_BOOLEAN, 3)),
                obligations(),
                advice());
    }

    private Effect effect() {
        return chance.oneIn(2) ? Effect.PERMIT : Effect.DENY;
    }

    private Target target() {
        return new Target(
                NOWHERE, chance.some(0, 2, () -> new AnyOf(NOWHERE, chance.oneIn(2) ? sameTest() : alternatives())));
    }

    private List<AllOf> alternatives() {
        return chance.some(1, 3, () -> new AllOf(NOWHERE, chance.some(1, 2, this::match)));
    }

    /** Alternatives that differ in their literals alone, as lists of roles do. */
    private List<AllOf> sameTest() {
        var type = chance.oneIn(3) ? chance.type() : Xacml.TYPE_STRING;
        var functionId = function(expressions.predicate(type));
        var attribute = expressions.designator(type);
        return chance.some(
                1,
                4,
                () -> new AllOf(
                        NOWHERE, List.of(new Match(NOWHERE, functionId, expressions.literal(type), attribute))));
    }

    private Match match() {
        var type = chance.type();
        boolean searches = type.equals(Xacml.TYPE_STRING) && chance.oneIn(4);
        var name = searches ? "string-regexp-match" : expressions.predicate(type);
        AttributeValue literal = searches ? expressions.pattern() : expressions.literal(type);
        return new Match(NOWHERE, function(name), literal, expressions.designator(type));
    }

    private List<ObligationExpression> obligations() {
        return chance.oneIn(2)
                ? List.of()
                : chance.some(0, 2, () -> new ObligationExpression(NOWHERE, "o", effect(), assignments()));
    }

    private List<AdviceExpression> advice() {
        return chance.oneIn(3)
                ? chance.some(0, 2, () -> new AdviceExpression(NOWHERE, "n", effect(), assignments()))
                : List.of();
    }

    private List<AttributeAssignmentExpression> assignments() {
        return chance.some(0, 2, () -> {
            var type = chance.type();
            return new AttributeAssignmentExpression(
                    NOWHERE,
                    "a",
                    chance.oneIn(2) ? Optional.of("c") : Optional.empty(),
                    chance.oneIn(4) ? Optional.of("i") : Optional.empty(),
                    chance.oneIn(2) ? expressions.bag(type, 1) : expressions.one(type, 1));
        });
    }
}

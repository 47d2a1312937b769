package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;

/** A policy with a change in some places that makes it wrong, most of the time. */
final class AnyMistake {
    private static final List<String> FUNCTIONS =
            new ArrayList<>(ReferenceSignatures.functions().keySet());
    private static final List<String> UNKNOWN = List.of(
            "urn:oasis:names:tc:xacml:1.0:function:string-is-not",
            "urn:oasis:names:tc:xacml:1.0:function:ipAddress-equal",
            "urn:oasis:names:tc:xacml:3.0:function:xpath-node-count",
            "urn:oasis:names:tc:xacml:3.0:function:string-equal");
    private static final List<String> MALFORMED = List.of("?", "2024-02-30", "25:00:00", "1e", "P", "a@", "*", "[::");

    private final Chance chance;
    private final int rarity;

    private AnyMistake(Chance chance) {
        this.chance = chance;
        this.rarity = 10 + chance.upTo(60);
    }

    static Policy in(Chance chance) {
        return new AnyMistake(chance).changed(AnyPolicy.of(chance));
    }

    private Policy changed(Policy policy) {
        return new Policy(
                NOWHERE,
                policy.id(),
                policy.version(),
                chance.oneIn(40) ? chance.of(Algorithms.OF_POLICIES) : policy.combiningAlgorithm(),
                policy.description(),
                policy.target().map(this::changed),
                policy.variables().stream().map(this::changed).toList(),
                policy.rules().stream().map(this::changed).toList(),
                policy.obligations(),
                policy.advice());
    }

    private VariableDefinition changed(VariableDefinition variable) {
        return new VariableDefinition(NOWHERE, chance.oneIn(40) ? "v0" : variable.id(), changed(variable.expression()));
    }

    private Rule changed(Rule rule) {
        return new Rule(
                NOWHERE,
                chance.oneIn(40) ? "r0" : rule.id(),
                rule.effect(),
                rule.description(),
                rule.target().map(this::changed),
                rule.condition().map(this::changed),
                rule.obligations(),
                rule.advice());
    }

    private Target changed(Target target) {
        return new Target(
                NOWHERE,
                target.anyOf().stream()
                        .map(anyOf -> new AnyOf(
                                NOWHERE,
                                anyOf.allOf().stream()
                                        .map(allOf -> new AllOf(
                                                NOWHERE,
                                                allOf.matches().stream()
                                                        .map(this::changed)
                                                        .toList()))
                                        .toList()))
                        .toList());
    }

    private Match changed(Match match) {
        return new Match(
                NOWHERE,
                chance.oneIn(rarity) ? function() : match.functionId(),
                changed(match.value()),
                chance.oneIn(rarity) ? designator() : match.attribute());
    }

    private String function() {
        return switch (chance.upTo(5)) {
            case 0 -> chance.of(UNKNOWN);
            case 1 -> chance.of(ReferenceSignatures.HIGHER_ORDER);
            default -> chance.of(FUNCTIONS);
        };
    }

    private AttributeDesignator designator() {
        return new AttributeDesignator(
                NOWHERE, chance.category(), chance.attribute(), chance.type(), Optional.empty(), false);
    }

    private AttributeValue changed(AttributeValue value) {
        if (!chance.oneIn(rarity)) {
            return value;
        }
        var type = chance.oneIn(6) ? "urn:own:type" : chance.type();
        return chance.oneIn(2)
                ? new AttributeValue(NOWHERE, value.dataType(), chance.of(MALFORMED))
                : new AttributeValue(NOWHERE, type, chance.text(type));
    }

    private Expression changed(Expression expression) {
        return chance.oneIn(rarity)
                ? other()
                : switch (expression) {
                    case AttributeValue value -> changed(value);
                    case Apply apply ->
                        new Apply(
                                NOWHERE,
                                chance.oneIn(rarity) ? function() : apply.functionId(),
                                changed(apply.arguments()));
                    case FunctionReference reference ->
                        chance.oneIn(rarity) ? new FunctionReference(NOWHERE, function()) : reference;
                    case AttributeDesignator designator -> designator;
                    case VariableReference reference -> reference;
                };
    }

    private Expression other() {
        return switch (chance.upTo(4)) {
            case 0 -> designator();
            case 1 -> new FunctionReference(NOWHERE, function());
            case 2 -> new VariableReference(NOWHERE, "v" + chance.upTo(3));
            default -> {
                var type = chance.type();
                yield new AttributeValue(NOWHERE, type, chance.text(type));
            }
        };
    }

    /** Rarely one too few or too many, or two in the wrong order. */
    private List<Expression> changed(List<Expression> arguments) {
        var changed = new ArrayList<Expression>();
        arguments.forEach(argument -> changed.add(changed(argument)));
        if (chance.oneIn(rarity) && !changed.isEmpty()) {
            changed.remove(chance.upTo(changed.size() - 1));
        }
        if (chance.oneIn(rarity)) {
            changed.add(chance.upTo(changed.size()), other());
        }
        if (chance.oneIn(rarity)) {
            Collections.reverse(changed);
        }
        return changed;
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;

/** Well-typed expressions of any supported function, with variables that refer to earlier ones. */
final class AnyExpression {
    static final Position NOWHERE = new Position(1, 1);
    private static final List<String> ORDERED = List.of(
            Xacml.TYPE_STRING,
            Xacml.TYPE_INTEGER,
            Xacml.TYPE_DOUBLE,
            Xacml.TYPE_DATE,
            Xacml.TYPE_TIME,
            Xacml.TYPE_DATE_TIME);
    private static final List<String> COMPARISONS =
            List.of("greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal");

    private final Chance chance;
    private final Map<String, Typed> variables = new LinkedHashMap<>();

    AnyExpression(Chance chance) {
        this.chance = chance;
        for (int i = 0; i < chance.upTo(3); i++) {
            boolean isBag = chance.oneIn(3);
            var type = chance.oneIn(2) ? Xacml.TYPE_BOOLEAN : chance.type();
            variables.put("v" + i, new Typed(type, isBag, isBag ? bag(type, 2) : one(type, 2)));
        }
    }

    private record Typed(String type, boolean isBag, Expression expression) {}

    List<VariableDefinition> variables() {
        var definitions = new ArrayList<VariableDefinition>();
        variables.forEach(
                (id, variable) -> definitions.add(new VariableDefinition(NOWHERE, id, variable.expression())));
        return definitions;
    }

    private Optional<Expression> variable(String type, boolean isBag) {
        var fitting = variables.entrySet().stream()
                .filter(entry ->
                        entry.getValue().type().equals(type) && entry.getValue().isBag() == isBag)
                .map(Map.Entry::getKey)
                .toList();
        return fitting.isEmpty() || chance.oneIn(2)
                ? Optional.empty()
                : Optional.of(new VariableReference(NOWHERE, chance.of(fitting)));
    }

    AttributeValue literal(String type) {
        return new AttributeValue(NOWHERE, type, chance.text(type));
    }

    AttributeDesignator designator(String type) {
        return new AttributeDesignator(
                NOWHERE,
                chance.category(),
                chance.attribute(),
                type,
                chance.oneIn(6) ? Optional.of("i") : Optional.empty(),
                chance.oneIn(5));
    }

    private static Expression apply(String name, Expression... arguments) {
        return new Apply(NOWHERE, function(name), List.of(arguments));
    }

    private static String shortName(String type) {
        return type.substring(type.indexOf('#') + 1);
    }

    Expression bag(String type, int depth) {
        var variable = variable(type, true);
        if (variable.isPresent()) {
            return variable.get();
        }
        return depth == 0 || chance.upTo(3) > 0
                ? designator(type)
                : new Apply(NOWHERE, function(shortName(type) + "-bag"), chance.some(0, 3, () -> one(type, depth - 1)));
    }

    Expression one(String type, int depth) {
        var variable = variable(type, false);
        if (variable.isPresent()) {
            return variable.get();
        }
        if (depth == 0 || chance.oneIn(4)) {
            return literal(type);
        }
        if (type.equals(Xacml.TYPE_BOOLEAN) && chance.upTo(3) > 0) {
            return truth(depth);
        }
        return type.equals(Xacml.TYPE_INTEGER) && chance.oneIn(3)
                ? sizeOf(chance.type(), depth - 1)
                : apply(shortName(type) + "-one-and-only", bag(type, depth - 1));
    }

    private Expression sizeOf(String type, int depth) {
        return apply(shortName(type) + "-bag-size", bag(type, depth));
    }

    Expression truth(int depth) {
        int below = depth - 1;
        var type = chance.type();
        return switch (chance.upTo(9)) {
            case 0, 1 -> connective(chance.oneIn(2) ? "and" : "or", List.of(), below);
            case 2 -> connective("n-of", List.of(one(Xacml.TYPE_INTEGER, below)), below);
            case 3 -> apply("not", one(Xacml.TYPE_BOOLEAN, below));
            case 4, 5 -> apply(shortName(type) + "-is-in", one(type, below), bag(type, below));
            case 6 -> predicate(below);
            case 7 -> apply("string-regexp-match", pattern(), one(Xacml.TYPE_STRING, below));
            default -> quantified(below);
        };
    }

    private Expression connective(String name, List<Expression> first, int depth) {
        var arguments = new ArrayList<>(first);
        arguments.addAll(chance.some(0, 3, () -> one(Xacml.TYPE_BOOLEAN, depth)));
        return new Apply(NOWHERE, function(name), arguments);
    }

    private Expression predicate(int depth) {
        var type = chance.type();
        return apply(predicate(type), one(type, depth), one(type, depth));
    }

    /** A function of two values of a type that gives truth. */
    String predicate(String type) {
        if (type.equals(Xacml.TYPE_STRING) && chance.oneIn(3)) {
            return "string-equal-ignore-case";
        }
        return ORDERED.contains(type) && chance.oneIn(2)
                ? shortName(type) + "-" + chance.of(COMPARISONS)
                : shortName(type) + "-equal";
    }

    AttributeValue pattern() {
        return new AttributeValue(NOWHERE, Xacml.TYPE_STRING, chance.of(Chance.PATTERNS));
    }

    private Expression quantified(int depth) {
        var quantifier = chance.oneIn(2) ? "any-of" : "all-of";
        if (chance.oneIn(4)) {
            var searched = chance.oneIn(2) ? Xacml.TYPE_STRING : Xacml.TYPE_ANY_URI;
            return quantified(quantifier, shortName(searched) + "-regexp-match", pattern(), bag(searched, depth));
        }
        if (chance.oneIn(5)) {
            var truth = Xacml.TYPE_BOOLEAN;
            return quantified(quantifier, chance.oneIn(2) ? "and" : "or", one(truth, depth), bag(truth, depth));
        }
        var type = chance.type();
        return chance.oneIn(2)
                ? quantified(quantifier, predicate(type), one(type, depth), bag(type, depth))
                : quantified(quantifier, predicate(type), bag(type, depth), one(type, depth));
    }

    private static Expression quantified(String quantifier, String name, Expression first, Expression second) {
        return apply(quantifier, new FunctionReference(NOWHERE, function(name)), first, second);
    }
}

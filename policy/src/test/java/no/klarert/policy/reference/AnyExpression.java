package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.ReferenceSignatures.Signature;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;

/** Well-typed expressions of any function, with variables that refer to earlier ones. */
final class AnyExpression {
    static final Position NOWHERE = new Position(1, 1);
    static final StaticType TRUTH = new StaticType(Xacml.TYPE_BOOLEAN, false);
    private static final List<String> CONNECTIVES = List.of("and", "or", "n-of", "not");

    private final Chance chance;
    private final Vocabulary vocabulary;
    private final AnyArgument arguments;
    private final AnyHigherOrder higherOrder;
    private final Map<String, Typed> variables = new LinkedHashMap<>();

    private AnyExpression(Chance chance) {
        this.chance = chance;
        this.vocabulary = Vocabulary.of(chance.types());
        this.arguments = new AnyArgument(chance, this);
        this.higherOrder = new AnyHigherOrder(chance, vocabulary, arguments);
    }

    static AnyExpression withoutVariables(Chance chance) {
        return new AnyExpression(chance);
    }

    static AnyExpression withVariables(Chance chance) {
        var expressions = new AnyExpression(chance);
        int count = chance.upTo(3);
        for (int i = 0; i < count; i++) {
            var type = chance.oneIn(2) ? TRUTH : new StaticType(chance.type(), chance.oneIn(2));
            expressions.variables.put("v" + i, new Typed(type, expressions.of(type, 2)));
        }
        return expressions;
    }

    private record Typed(StaticType type, Expression expression) {}

    List<VariableDefinition> variables() {
        var definitions = new ArrayList<VariableDefinition>();
        variables.forEach(
                (id, variable) -> definitions.add(new VariableDefinition(NOWHERE, id, variable.expression())));
        return definitions;
    }

    private Optional<Expression> variable(StaticType type) {
        var fitting = variables.entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(type))
                .map(Map.Entry::getKey)
                .toList();
        return fitting.isEmpty() || chance.oneIn(2)
                ? Optional.empty()
                : Optional.of(new VariableReference(NOWHERE, chance.of(fitting)));
    }

    AttributeValue literal(String type) {
        return new AttributeValue(NOWHERE, type, chance.text(type));
    }

    AttributeValue pattern() {
        return new AttributeValue(NOWHERE, Xacml.TYPE_STRING, chance.pattern());
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

    /** An expression of a type, with calls at most so deep. */
    Expression of(StaticType type, int depth) {
        return variable(type).orElseGet(() -> type.isBag() ? bag(type, depth) : one(type, depth));
    }

    Expression truth(int depth) {
        return of(TRUTH, depth);
    }

    private Expression bag(StaticType type, int depth) {
        if (depth == 0 || chance.oneIn(2)) {
            return designator(type.dataType());
        }
        return chance.oneIn(4) && higherOrder.canMapTo(type)
                ? higherOrder.map(type, depth)
                : call(chance.of(vocabulary.giving(type)), depth);
    }

    private Expression one(StaticType type, int depth) {
        if (depth == 0 || chance.oneIn(6)) {
            return literal(type.dataType());
        }
        if (type.equals(TRUTH) && chance.oneIn(3)) {
            return call("urn:oasis:names:tc:xacml:1.0:function:" + chance.of(CONNECTIVES), depth);
        }
        return type.equals(TRUTH) && chance.oneIn(5)
                ? higherOrder.truth(depth)
                : call(chance.of(vocabulary.giving(type)), depth);
    }

    private Expression call(String functionId, int depth) {
        var signature = ReferenceSignatures.functions().get(functionId);
        return new Apply(NOWHERE, functionId, arguments(functionId, signature, depth - 1));
    }

    private List<Expression> arguments(String functionId, Signature signature, int depth) {
        var types = signature
                .parameters(signature.parameters().size() + (signature.rest().isEmpty() ? 0 : chance.upTo(2)))
                .orElseThrow();
        var expressions = new ArrayList<Expression>();
        for (int i = 0; i < types.size(); i++) {
            expressions.add(arguments.of(functionId, i, types.get(i), depth));
        }
        return expressions;
    }
}

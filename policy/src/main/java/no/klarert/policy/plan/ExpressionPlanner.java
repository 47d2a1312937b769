package no.klarert.policy.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.policy.AttributeName;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Functions;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.Value;

/** Plans expressions. What does not depend on the request is computed here. */
final class ExpressionPlanner {
    private final Slots slots;
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, Node> variables = new HashMap<>();

    ExpressionPlanner(Slots slots, List<VariableDefinition> variables) {
        this.slots = slots;
        variables.forEach(variable -> definitions.put(variable.id(), variable.expression()));
    }

    /** How many variables have been planned so far: those that something refers to. */
    int variables() {
        return variables.size();
    }

    Node node(Expression expression) {
        return switch (expression) {
            case AttributeValue literal -> new Constant(value(literal));
            case AttributeDesignator designator -> attribute(designator);
            case VariableReference reference -> variable(reference.variableId());
            case Apply apply -> apply(apply);
            // INVARIANT: the check admits a function only as the first argument of a higher-order one.
            case FunctionReference reference -> throw new IllegalStateException("a function is not a value");
        };
    }

    Value value(AttributeValue literal) {
        return DataType.of(literal.dataType())
                .flatMap(type -> type.parse(literal.text()))
                .orElseThrow();
    }

    private Node attribute(AttributeDesignator designator) {
        return new AttributeNode(slots.of(designator), whenAbsent(designator, Bag.EMPTY));
    }

    /** What an attribute without values gives: {@code otherwise}, or a failure if it must be present. */
    Result whenAbsent(AttributeDesignator designator, Result otherwise) {
        return designator.mustBePresent()
                ? Failure.missing(new MissingAttribute(
                        new AttributeName(designator.category(), designator.attributeId()),
                        designator.dataType(),
                        designator.issuer()))
                : otherwise;
    }

    private Node variable(String id) {
        var known = variables.get(id);
        if (known != null) {
            return known;
        }
        var definition = definitions.get(id);
        if (definition == null) {
            throw new IllegalStateException("an undefined variable");
        }
        var body = node(definition);
        var planned = body instanceof Constant ? body : new VariableNode(id, variables.size(), body);
        variables.put(id, planned);
        return planned;
    }

    private Node apply(Apply apply) {
        return switch (Functions.find(apply.functionId()).orElseThrow()) {
            case Function.HigherOrder higherOrder -> higherOrder(higherOrder, apply.arguments());
            case Function.Logical logical -> {
                var arguments = nodes(apply.arguments());
                yield folded(Connectives.node(logical.connective(), arguments), arguments);
            }
            case Function.Strict strict -> plain(strict, apply.arguments());
            case Function.Pattern pattern -> plain(pattern, apply.arguments());
        };
    }

    private Node plain(Function function, List<Expression> arguments) {
        var nodes = nodes(arguments);
        return folded(new ApplyNode(name(function), Calls.of(function, arguments), nodes), nodes);
    }

    private Node higherOrder(Function.HigherOrder higherOrder, List<Expression> arguments) {
        var values = arguments.subList(1, arguments.size());
        var nodes = nodes(values);
        // INVARIANT: the check demands a function here.
        var function = Functions.find(((FunctionReference) arguments.get(0)).functionId())
                .orElseThrow();
        var name = name(higherOrder) + " " + Shown.quoted(name(function));
        return folded(new ApplyNode(name, Calls.over(function, higherOrder.scheme(), values), nodes), nodes);
    }

    /** The last word of the identifier. */
    private static String name(Function function) {
        return function.id().substring(function.id().lastIndexOf(':') + 1);
    }

    private List<Node> nodes(List<Expression> expressions) {
        return expressions.stream().map(this::node).toList();
    }

    private Node folded(Node node, List<Node> arguments) {
        if (!arguments.stream().allMatch(Constant.class::isInstance)) {
            return node;
        }
        var result = node.evaluate(slots.whilePlanning());
        return result.equals(Call.TOO_MUCH) ? node : new Constant(result);
    }
}

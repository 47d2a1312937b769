package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.TRUTH;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.reference.ReferenceSignatures.Signature;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;

/** The types of expressions (XACML 3.0 §5.25, §7.8, §A.3); empty for an expression that has none. */
final class ReferenceTyping {
    private final List<VariableDefinition> variables;

    ReferenceTyping(List<VariableDefinition> variables) {
        this.variables = variables;
    }

    boolean isTyped(Expression expression) {
        return type(expression, Set.of()).isPresent();
    }

    boolean isTruth(Expression expression) {
        return type(expression, Set.of()).filter(TRUTH::equals).isPresent();
    }

    /** @param open the variables whose definition this is part of */
    private Optional<StaticType> type(Expression expression, Set<String> open) {
        return switch (expression) {
            case AttributeValue value ->
                Optional.of(new StaticType(value.dataType(), false)).filter(type -> isReadable(value));
            case AttributeDesignator designator ->
                Optional.of(new StaticType(designator.dataType(), true))
                        .filter(type -> ReferenceTypes.isKnown(type.dataType()));
            case VariableReference reference -> variable(reference.variableId(), open);
            case Apply apply -> apply(apply, open);
            case FunctionReference reference -> Optional.empty();
        };
    }

    static boolean isReadable(AttributeValue value) {
        return ReferenceTypes.isKnown(value.dataType())
                && ReferenceTypes.read(value.dataType(), value.text()).isPresent();
    }

    private Optional<StaticType> variable(String id, Set<String> open) {
        var more = new HashSet<>(open);
        return more.add(id)
                ? variables.stream()
                        .filter(variable -> variable.id().equals(id))
                        .findFirst()
                        .flatMap(variable -> type(variable.expression(), more))
                : Optional.empty();
    }

    private Optional<StaticType> apply(Apply apply, Set<String> open) {
        if (ReferenceSignatures.HIGHER_ORDER.contains(apply.functionId())) {
            return higherOrder(apply, open);
        }
        var types = types(apply.arguments(), open);
        return Optional.ofNullable(ReferenceSignatures.functions().get(apply.functionId()))
                .filter(signature -> takes(signature, types))
                .filter(signature -> hasUsablePattern(apply.functionId(), apply.arguments()))
                .map(Signature::result);
    }

    private List<Optional<StaticType>> types(List<Expression> expressions, Set<String> open) {
        return expressions.stream().map(expression -> type(expression, open)).toList();
    }

    private static boolean takes(Signature signature, List<Optional<StaticType>> types) {
        var wanted = signature.parameters(types.size());
        return wanted.isPresent()
                && wanted.get().stream().map(Optional::of).toList().equals(types);
    }

    /** A literal pattern is settled before the policy is asked. */
    static boolean hasUsablePattern(String functionId, List<? extends Expression> arguments) {
        return !functionId.endsWith("-regexp-match")
                || arguments.isEmpty()
                || !(arguments.get(0) instanceof AttributeValue literal)
                || ReferencePatterns.compiled(literal.text()).isPresent();
    }

    /** XACML 3.0 §A.3.12: the function is called with values where bags are given. */
    private Optional<StaticType> higherOrder(Apply apply, Set<String> open) {
        if (apply.arguments().isEmpty() || !(apply.arguments().get(0) instanceof FunctionReference reference)) {
            return Optional.empty();
        }
        var name = ReferenceFunctions.name(apply.functionId());
        var rest = apply.arguments().subList(1, apply.arguments().size());
        var types = types(rest, open);
        var called = Optional.ofNullable(ReferenceSignatures.functions().get(reference.functionId()))
                .filter(signature ->
                        !signature.takesBags() && !signature.result().isBag())
                .filter(signature -> name.equals("map") || signature.result().equals(TRUTH))
                .filter(signature -> takes(signature, elements(types)))
                .filter(signature -> hasUsablePattern(reference.functionId(), rest));
        return hasItsBags(name, types)
                ? called.map(signature -> new StaticType(signature.result().dataType(), name.equals("map")))
                : Optional.empty();
    }

    private static List<Optional<StaticType>> elements(List<Optional<StaticType>> types) {
        var elements = new ArrayList<Optional<StaticType>>();
        types.forEach(type -> elements.add(type.map(StaticType::element)));
        return elements;
    }

    private static boolean hasItsBags(String name, List<Optional<StaticType>> types) {
        long bags = types.stream()
                .flatMap(Optional::stream)
                .filter(StaticType::isBag)
                .count();
        return switch (name) {
            case "any-of", "all-of", "map" -> bags == 1;
            case "any-of-any" -> !types.isEmpty();
            default -> bags == 2 && types.size() == 2;
        };
    }
}

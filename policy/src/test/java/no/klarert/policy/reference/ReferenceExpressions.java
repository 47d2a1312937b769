package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.klarert.policy.AttributeName;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;

/** Expressions as XACML 3.0 §7.3, §7.8 and §A.3 tell them: by name, from the beginning, every time. */
final class ReferenceExpressions {
    private final List<VariableDefinition> variables;
    private final Request request;
    private final Coverage coverage;

    ReferenceExpressions(List<VariableDefinition> variables, Request request, Coverage coverage) {
        this.variables = variables;
        this.request = request;
        this.coverage = coverage;
    }

    Answer evaluate(Expression expression) {
        return switch (expression) {
            case AttributeValue value ->
                Answer.of(ReferenceTypes.read(value.dataType(), value.text()).orElseThrow());
            case AttributeDesignator designator -> designated(designator);
            case VariableReference reference -> evaluate(definition(reference));
            case Apply apply -> apply(apply);
            case FunctionReference reference -> throw new IllegalStateException("not a value");
        };
    }

    private Expression definition(VariableReference reference) {
        return variables.stream()
                .filter(variable -> variable.id().equals(reference.variableId()))
                .findFirst()
                .orElseThrow()
                .expression();
    }

    /** XACML 3.0 §7.3.5: the same category, id and type, and the same issuer if the designator has one. */
    private Answer designated(AttributeDesignator wanted) {
        var values = request.attributes().stream()
                .filter(attribute -> attribute.name().category().equals(wanted.category()))
                .filter(attribute -> attribute.name().id().equals(wanted.attributeId()))
                .filter(attribute -> attribute.dataType().equals(wanted.dataType()))
                .filter(attribute ->
                        wanted.issuer().isEmpty() || attribute.issuer().equals(wanted.issuer()))
                .map(attribute -> ReferenceTypes.read(attribute.dataType(), attribute.value())
                        .orElseThrow())
                .toList();
        return values.isEmpty() && wanted.mustBePresent() ? missing(wanted) : Answer.of(values);
    }

    /** XACML 3.0 §7.19.3: what to send beside. */
    private static Answer missing(AttributeDesignator wanted) {
        var name = new AttributeName(wanted.category(), wanted.attributeId());
        var missing = new MissingAttribute(name, wanted.dataType(), wanted.issuer());
        return Answer.error(new Status(Xacml.STATUS_MISSING_ATTRIBUTE, "", List.of(missing)));
    }

    private Answer apply(Apply apply) {
        if (ReferenceSignatures.HIGHER_ORDER.contains(apply.functionId())) {
            return higherOrder(apply);
        }
        var arguments = apply.arguments().stream().map(this::evaluate).toList();
        return switch (ReferenceFunctions.name(apply.functionId())) {
            case "and", "or", "n-of" -> call(apply.functionId(), arguments);
            default -> strict(apply.functionId(), arguments);
        };
    }

    /** Notes functions that had a result, not just an error. */
    Answer call(String functionId, List<Answer> arguments) {
        var answer = ReferenceFunctions.call(functionId, arguments);
        if (!answer.isError()) {
            coverage.met(functionId);
        }
        return answer;
    }

    /** The first error among the arguments is the result (XACML 3.0 §7.8). */
    private Answer strict(String functionId, List<Answer> arguments) {
        return arguments.stream().filter(Answer::isError).findFirst().orElseGet(() -> call(functionId, arguments));
    }

    /** XACML 3.0 §A.3.12. */
    private Answer higherOrder(Apply apply) {
        var function = ((FunctionReference) apply.arguments().get(0)).functionId();
        var expressions = apply.arguments().subList(1, apply.arguments().size());
        var arguments = expressions.stream().map(this::evaluate).toList();
        var error = arguments.stream().filter(Answer::isError).findFirst();
        if (error.isPresent()) {
            return error.get();
        }
        coverage.met(apply.functionId());
        return switch (ReferenceFunctions.name(apply.functionId())) {
            case "any-of", "any-of-any" -> ReferenceLogic.or(calls(function, List.of(), arguments));
            case "all-of", "all-of-all" -> ReferenceLogic.and(calls(function, List.of(), arguments));
            case "map" -> mapped(calls(function, List.of(), arguments));
            case "all-of-any" ->
                ReferenceLogic.and(each(
                        arguments.get(0),
                        value -> ReferenceLogic.or(calls(function, List.of(value), arguments.subList(1, 2)))));
            case "any-of-all" ->
                ReferenceLogic.and(each(
                        arguments.get(1),
                        value -> ReferenceLogic.or(
                                calls(function, List.of(), List.of(arguments.get(0), Answer.of(value.only()))))));
            default -> throw new IllegalArgumentException(apply.functionId());
        };
    }

    private static List<Answer> each(Answer bag, Function<Answer, Answer> function) {
        return bag.values().stream().map(Answer::of).map(function).toList();
    }

    /** The function of every combination of values, one from each bag; a value is a bag of one. */
    private List<Answer> calls(String functionId, List<Answer> chosen, List<Answer> bags) {
        if (bags.isEmpty()) {
            return List.of(call(functionId, chosen));
        }
        var calls = new ArrayList<Answer>();
        for (Literal value : bags.get(0).values()) {
            var more = new ArrayList<>(chosen);
            more.add(Answer.of(value));
            calls.addAll(calls(functionId, more, bags.subList(1, bags.size())));
        }
        return calls;
    }

    private static Answer mapped(List<Answer> results) {
        return results.stream()
                .filter(Answer::isError)
                .findFirst()
                .orElseGet(() -> Answer.of(results.stream()
                        .flatMap(result -> result.values().stream())
                        .toList()));
    }
}

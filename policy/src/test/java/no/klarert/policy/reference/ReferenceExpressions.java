package no.klarert.policy.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.VariableReference;

/** Expressions as XACML 3.0 §7.3, §7.8 and §A.3 tell them: by name, from the beginning, every time. */
final class ReferenceExpressions {
    private final Policy policy;
    private final Request request;

    ReferenceExpressions(Policy policy, Request request) {
        this.policy = policy;
        this.request = request;
    }

    Answer evaluate(Expression expression) {
        return switch (expression) {
            case AttributeValue value -> Answer.of(List.of(new Literal(value.dataType(), value.text())));
            case AttributeDesignator designator -> designated(designator);
            case VariableReference reference -> evaluate(definition(reference));
            case Apply apply -> apply(name(apply.functionId()), apply.arguments());
            case FunctionReference reference -> throw new IllegalStateException("not a value");
        };
    }

    private Expression definition(VariableReference reference) {
        return policy.variables().stream()
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
                .map(attribute -> new Literal(attribute.dataType(), attribute.value()))
                .toList();
        return values.isEmpty() && wanted.mustBePresent()
                ? Answer.error(Xacml.STATUS_MISSING_ATTRIBUTE)
                : Answer.of(values);
    }

    static String name(String functionId) {
        return functionId.substring(functionId.lastIndexOf(':') + 1);
    }

    private Answer apply(String function, List<Expression> arguments) {
        return switch (function) {
            case "and" -> and(arguments.stream().map(this::evaluate).toList());
            case "or" -> or(arguments.stream().map(this::evaluate).toList());
            case "n-of" -> atLeast(evaluate(arguments.get(0)), evaluated(arguments.subList(1, arguments.size())));
            case "any-of", "all-of" -> quantified(function, arguments);
            default -> strict(function, arguments);
        };
    }

    private List<Answer> evaluated(List<Expression> arguments) {
        return arguments.stream().map(this::evaluate).toList();
    }

    /** XACML 3.0 §A.3.5: false if any is false, else an error if any is, else true. */
    static Answer and(List<Answer> answers) {
        return answers.stream().anyMatch(Answer::isFalse)
                ? Answer.of(false)
                : answers.stream().filter(Answer::isError).findFirst().orElse(Answer.of(true));
    }

    /** XACML 3.0 §A.3.5: true if any is true, else an error if any is, else false. */
    static Answer or(List<Answer> answers) {
        return answers.stream().anyMatch(Answer::isTrue)
                ? Answer.of(true)
                : answers.stream().filter(Answer::isError).findFirst().orElse(Answer.of(false));
    }

    private static Answer atLeast(Answer needed, List<Answer> answers) {
        if (needed.isError()) {
            return needed;
        }
        var number = new BigInteger(needed.values().get(0).text().strip());
        if (number.compareTo(BigInteger.valueOf(answers.size())) > 0) {
            return Answer.error(Xacml.STATUS_PROCESSING_ERROR);
        }
        long held = answers.stream().filter(Answer::isTrue).count();
        long possible = held + answers.stream().filter(Answer::isError).count();
        if (BigInteger.valueOf(held).compareTo(number) >= 0) {
            return Answer.of(true);
        }
        return BigInteger.valueOf(possible).compareTo(number) < 0
                ? Answer.of(false)
                : answers.stream().filter(Answer::isError).findFirst().orElseThrow();
    }

    /** XACML 3.0 §A.3.12: the function once per value of the bag, joined by "or" or "and". */
    private Answer quantified(String quantifier, List<Expression> arguments) {
        var function = name(((FunctionReference) arguments.get(0)).functionId());
        var rest = arguments.subList(1, arguments.size());
        var values = evaluated(rest);
        var error = values.stream().filter(Answer::isError).findFirst();
        if (error.isPresent()) {
            return error.get();
        }
        int place = IntStream.range(0, rest.size())
                .filter(i -> isBag(rest.get(i)))
                .findFirst()
                .orElseThrow();
        var answers = new ArrayList<Answer>();
        for (var value : values.get(place).values()) {
            var arguments1 = new ArrayList<>(values);
            arguments1.set(place, Answer.of(List.of(value)));
            answers.add(call(function, arguments1));
        }
        return quantifier.equals("any-of") ? or(answers) : and(answers);
    }

    private boolean isBag(Expression expression) {
        return switch (expression) {
            case AttributeDesignator designator -> true;
            case VariableReference reference -> isBag(definition(reference));
            case Apply apply -> apply.functionId().endsWith("-bag");
            case AttributeValue value -> false;
            case FunctionReference reference -> false;
        };
    }

    /** The first error among the arguments is the result. */
    private Answer strict(String function, List<Expression> arguments) {
        var values = new ArrayList<Answer>();
        for (var argument : arguments) {
            var value = evaluate(argument);
            if (value.isError()) {
                return value;
            }
            values.add(value);
        }
        return call(function, values);
    }

    /** A function of values that are all there. */
    static Answer call(String function, List<Answer> arguments) {
        return switch (function) {
            case "and" -> and(arguments);
            case "or" -> or(arguments);
            case "not" -> Answer.of(!arguments.get(0).isTrue());
            case "n-of" -> atLeast(arguments.get(0), arguments.subList(1, arguments.size()));
            case "string-equal-ignore-case" -> Answer.of(lower(arguments.get(0)).equals(lower(arguments.get(1))));
            case "string-regexp-match", "anyURI-regexp-match" ->
                Answer.of(Pattern.compile(text(arguments.get(0)))
                        .matcher(text(arguments.get(1)).strip())
                        .find());
            default -> ofType(function.substring(function.indexOf('-') + 1), function, arguments);
        };
    }

    private static Answer ofType(String operation, String function, List<Answer> arguments) {
        var type = PolicyXml.type(function.substring(0, function.indexOf('-')));
        return switch (operation) {
            case "one-and-only" ->
                arguments.get(0).values().size() == 1 ? arguments.get(0) : Answer.error(Xacml.STATUS_PROCESSING_ERROR);
            case "bag-size" ->
                Answer.of(List.of(new Literal(
                        Xacml.TYPE_INTEGER,
                        String.valueOf(arguments.get(0).values().size()))));
            case "bag" ->
                Answer.of(arguments.stream()
                        .flatMap(argument -> argument.values().stream())
                        .toList());
            case "is-in" ->
                Answer.of(arguments.get(1).values().stream()
                        .anyMatch(value -> compare("equal", only(arguments.get(0)), value)));
            default -> compared(type, operation, only(arguments.get(0)), only(arguments.get(1)));
        };
    }

    private static Answer compared(String type, String operation, Literal left, Literal right) {
        boolean mixed = ReferenceTypes.hasZone(left.text()) != ReferenceTypes.hasZone(right.text());
        return type.equals(Xacml.TYPE_TIME) && mixed && !operation.equals("equal")
                ? Answer.error(Xacml.STATUS_PROCESSING_ERROR)
                : Answer.of(compare(operation, left, right));
    }

    private static boolean compare(String operation, Literal left, Literal right) {
        if (operation.equals("equal")
                && left.text().equals("NaN")
                && right.text().equals("NaN")) {
            return true;
        }
        var order = ReferenceTypes.order(left, right);
        return order.isPresent()
                && switch (operation) {
                    case "equal" -> order.get() == 0;
                    case "greater-than" -> order.get() > 0;
                    case "greater-than-or-equal" -> order.get() >= 0;
                    case "less-than" -> order.get() < 0;
                    case "less-than-or-equal" -> order.get() <= 0;
                    default -> throw new IllegalArgumentException(operation);
                };
    }

    private static Literal only(Answer answer) {
        return answer.values().get(0);
    }

    private static String text(Answer answer) {
        return only(answer).text();
    }

    private static String lower(Answer answer) {
        return text(answer).toLowerCase(Locale.ROOT);
    }
}

package no.klarert.policy.check;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Function.Scheme;
import no.klarert.policy.function.Signature;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.ValueType;

/** Finds the static types of higher-order functions through the function they are given (XACML 3.0 §A.3.12). */
final class HigherOrderCheck {
    private static final ValueType TRUTH = ValueType.one(DataType.BOOLEAN);
    private final ExpressionCheck expressions;
    private final Issues issues;

    HigherOrderCheck(ExpressionCheck expressions, Issues issues) {
        this.expressions = expressions;
        this.issues = issues;
    }

    Optional<ValueType> type(Apply apply, Scheme scheme) {
        var arguments = apply.arguments();
        if (!arguments.isEmpty() && arguments.get(0) instanceof FunctionReference reference) {
            var called = called(reference, scheme);
            checkCalls(apply, scheme, called, new Apply(apply.position(), reference.functionId(), rest(arguments)));
            return scheme == Scheme.MAP
                    ? called.flatMap(Function::plainSignature)
                            .map(signature -> ValueType.bag(signature.result().type()))
                    : Optional.of(TRUTH);
        }
        issues.error(
                apply.position(), "the first argument of " + Shown.quoted(apply.functionId()) + " must be a function");
        expressions.types(arguments);
        return scheme == Scheme.MAP ? Optional.empty() : Optional.of(TRUTH);
    }

    private static List<Expression> rest(List<Expression> arguments) {
        return arguments.subList(1, arguments.size());
    }

    /** The function that is called, if it can be: with values, giving truth or at least a value. */
    private Optional<Function> called(FunctionReference reference, Scheme scheme) {
        var function = expressions.function(reference.position(), reference.functionId());
        var suitable = function.filter(found -> found.plainSignature()
                .filter(signature -> isSuitable(signature, scheme))
                .isPresent());
        if (function.isPresent() && suitable.isEmpty()) {
            issues.error(
                    reference.position(),
                    "the function " + Shown.quoted(reference.functionId()) + " does not turn values into a "
                            + (scheme == Scheme.MAP ? "value" : "boolean"));
        }
        return suitable;
    }

    private static boolean isSuitable(Signature signature, Scheme scheme) {
        boolean takesValues = signature.parameters().stream().noneMatch(ValueType::isBag)
                && signature.rest().filter(ValueType::isBag).isEmpty();
        return takesValues
                && (scheme == Scheme.MAP
                        ? !signature.result().isBag()
                        : signature.result().equals(TRUTH));
    }

    private void checkCalls(Apply apply, Scheme scheme, Optional<Function> called, Apply call) {
        var types = expressions.types(call.arguments());
        if (types.stream().anyMatch(Optional::isEmpty) || !checkBags(apply, scheme, types)) {
            return;
        }
        if (called.isPresent() && called.get() instanceof Function.Pattern) {
            expressions.checkPattern(call.arguments());
        }
        var elements = types.stream()
                .map(type -> type.map(each -> ValueType.one(each.type())))
                .toList();
        called.flatMap(Function::plainSignature)
                .ifPresent(signature -> expressions.checkArguments(call, signature, elements));
    }

    /** How many arguments must be bags; says so if they are not. */
    private boolean checkBags(Apply apply, Scheme scheme, List<Optional<ValueType>> types) {
        long bags = types.stream()
                .flatMap(Optional::stream)
                .filter(ValueType::isBag)
                .count();
        var wanted = switch (scheme) {
            case ANY_OF, ALL_OF, MAP -> bags == 1 ? "" : "exactly one argument of %s must be a bag";
            case ALL_OF_ANY, ANY_OF_ALL, ALL_OF_ALL ->
                bags == 2 && types.size() == 2 ? "" : "%s takes a function and exactly two bags";
            case ANY_OF_ANY -> types.isEmpty() ? "%s takes a function and at least one argument" : "";
        };
        if (!wanted.isEmpty()) {
            issues.error(apply.position(), wanted.formatted(Shown.quoted(apply.functionId())));
        }
        return wanted.isEmpty();
    }
}

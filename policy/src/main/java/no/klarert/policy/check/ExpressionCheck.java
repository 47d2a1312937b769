package no.klarert.policy.check;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Functions;
import no.klarert.policy.function.Signature;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.ValueType;

/** Finds the static type of expressions (XACML 3.0 §5.25). Empty where something is wrong that has been reported. */
final class ExpressionCheck {
    private static final Spelling FUNCTIONS = new Spelling(new TreeSet<>(Functions.ids()));
    private static final Spelling DATA_TYPES =
            new Spelling(Stream.of(DataType.values()).map(DataType::id).collect(Collectors.toCollection(TreeSet::new)));

    private final Issues issues;
    private final Depth depth = new Depth();
    private final VariableCheck variables;
    private final PatternCheck patterns;
    private final HigherOrderCheck calls;

    ExpressionCheck(List<VariableDefinition> variables, Issues issues) {
        this.issues = issues;
        this.variables = new VariableCheck(variables, this, depth, issues);
        this.patterns = new PatternCheck(issues);
        this.calls = new HigherOrderCheck(this, issues);
    }

    void check(VariableDefinition variable) {
        variables.check(variable);
    }

    Optional<ValueType> type(Expression expression) {
        var type = depth.enter() ? typeOf(expression) : tooDeep(expression);
        depth.leave();
        return type;
    }

    private Optional<ValueType> tooDeep(Expression expression) {
        issues.error(
                expression.position(),
                "expressions are nested more than " + Depth.MOST + " deep, variables in their places");
        return Optional.empty();
    }

    private Optional<ValueType> typeOf(Expression expression) {
        return switch (expression) {
            case AttributeValue literal -> literal(literal);
            case AttributeDesignator designator ->
                dataType(designator.position(), designator.dataType()).map(ValueType::bag);
            case Apply apply -> call(apply);
            case VariableReference reference -> variables.type(reference);
            case FunctionReference reference -> {
                issues.error(reference.position(), "a function may only be given to a higher-order function");
                yield Optional.empty();
            }
        };
    }

    private Optional<ValueType> literal(AttributeValue literal) {
        var type = dataType(literal.position(), literal.dataType());
        if (type.isPresent() && type.get().parse(literal.text()).isEmpty()) {
            issues.error(
                    literal.position(),
                    Shown.quoted(literal.text()) + " is not a valid "
                            + type.get().shortName());
            return Optional.empty();
        }
        return type.map(ValueType::one);
    }

    private Optional<DataType> dataType(Position position, String id) {
        var type = DataType.of(id);
        if (id.equals(Xacml.TYPE_XPATH_EXPRESSION)) {
            issues.error(position, Shown.quoted(id) + " is an optional data type that is not supported");
        } else if (type.isEmpty() && !id.isEmpty()) {
            issues.error(position, "unknown data type " + Shown.quoted(id) + DATA_TYPES.question(id));
        }
        return type;
    }

    private Optional<ValueType> call(Apply apply) {
        return function(apply.position(), apply.functionId()).flatMap(function -> switch (function) {
            case Function.HigherOrder higherOrder -> calls.type(apply, higherOrder.scheme());
            case Function.Strict strict -> plain(apply, strict.signature());
            case Function.Logical logical -> plain(apply, logical.signature());
            case Function.Pattern pattern -> {
                checkPattern(apply.arguments());
                yield plain(apply, pattern.signature());
            }
        });
    }

    /** The function of an identifier, if it is one. Where the identifier itself is missing, the reader has said so. */
    Optional<Function> function(Position position, String id) {
        var function = Functions.find(id);
        if (Functions.isOptional(id)) {
            issues.error(position, Shown.quoted(id) + " is an optional function that is not supported");
        } else if (function.isEmpty() && !id.isEmpty()) {
            issues.error(position, "unknown function " + Shown.quoted(id) + FUNCTIONS.question(id));
        }
        return function;
    }

    /** A pattern that is a literal must be one that can be used. Others are looked at when they are met. */
    void checkPattern(List<? extends Expression> arguments) {
        if (!arguments.isEmpty() && arguments.get(0) instanceof AttributeValue literal) {
            patterns.check(literal);
        }
    }

    private Optional<ValueType> plain(Apply apply, Signature signature) {
        checkArguments(apply, signature, types(apply.arguments()));
        return Optional.of(signature.result());
    }

    List<Optional<ValueType>> types(List<Expression> arguments) {
        return arguments.stream().map(this::type).toList();
    }

    void checkArguments(Apply apply, Signature signature, List<Optional<ValueType>> types) {
        if (!signature.accepts(types.size())) {
            issues.error(
                    apply.position(),
                    "the function " + Shown.quoted(apply.functionId()) + " cannot have " + types.size() + " arguments");
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            var wanted = signature.parameter(i);
            var actual = types.get(i);
            if (actual.isPresent() && !actual.get().equals(wanted)) {
                issues.error(
                        apply.arguments().get(i).position(),
                        "argument " + (i + 1) + " of " + Shown.quoted(apply.functionId()) + " must be " + wanted
                                + ", not " + actual.get());
            }
        }
    }
}

package no.klarert.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.VariableReference;

/** What expressions say, wherever they stand: two of the same shape in one policy give the same for every request. */
final class Shapes {
    private Shapes() {}

    static List<Object> of(Optional<Expression> expression) {
        return expression.map(Shapes::of).orElse(List.of());
    }

    static List<Object> of(Expression expression) {
        return switch (expression) {
            case AttributeValue literal -> List.of("value", literal.dataType(), literal.text());
            case AttributeDesignator designator ->
                List.of(
                        "attribute",
                        designator.category(),
                        designator.attributeId(),
                        designator.dataType(),
                        designator.issuer(),
                        designator.mustBePresent());
            case VariableReference reference -> List.of("variable", reference.variableId());
            case FunctionReference reference -> List.of("function", reference.functionId());
            case Apply apply -> {
                var shape = new ArrayList<Object>(List.of("apply", apply.functionId()));
                apply.arguments().forEach(argument -> shape.add(of(argument)));
                yield List.copyOf(shape);
            }
        };
    }
}

package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.value.Failure;

/**
 * Plans conditions. Of the arguments of a call the last literal, the last designator and the last nested call count; a
 * designator may also stand in the nested call.
 */
final class AltinnConditionPlanner {
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    private static final Set<String> ONE_AND_ONLY =
            Set.of(V1 + "integer-one-and-only", V1 + "date-one-and-only", V1 + "dateTime-one-and-only");
    private static final Set<String> BAG_SIZE =
            Set.of(V1 + "time-bag-size", V1 + "date-bag-size", V1 + "dateTime-bag-size");

    private final Slots slots;

    AltinnConditionPlanner(Slots slots) {
        this.slots = slots;
    }

    AltinnCondition condition(Expression expression) {
        return expression instanceof Apply apply ? call(apply) : new AltinnCondition.NeverTrue();
    }

    private AltinnCondition call(Apply apply) {
        var nested = last(apply.arguments(), Apply.class);
        var designator = last(apply.arguments(), AttributeDesignator.class)
                .or(() -> nested.flatMap(inner -> last(inner.arguments(), AttributeDesignator.class)));
        if (designator.isEmpty()) {
            return new AltinnCondition.Unusable(Failure.syntax("a condition without a designator is not supported"));
        }
        var literal = last(apply.arguments(), AttributeValue.class);
        if (nested.filter(inner -> BAG_SIZE.contains(inner.functionId())).isPresent()) {
            return size(designator.get(), literal);
        }
        boolean onlyOne = ONE_AND_ONLY.contains(nested.map(Apply::functionId).orElse(apply.functionId()));
        return compare(apply.functionId(), designator.get(), literal, onlyOne);
    }

    private AltinnCondition size(AttributeDesignator designator, Optional<AttributeValue> literal) {
        var counted = slots.ofAnyIssuer(designator, designator.dataType());
        var number = literal.map(value -> SmallIntegers.parse(value.text()));
        return number.isPresent() && number.get().isPresent()
                ? new AltinnCondition.Size(counted, number.get().getAsInt())
                : new AltinnCondition.Unusable(Failure.syntax("the size of a bag is compared with no integer"));
    }

    private AltinnCondition compare(
            String functionId, AttributeDesignator designator, Optional<AttributeValue> literal, boolean onlyOne) {
        var counted = slots.ofAnyIssuer(designator, designator.dataType());
        return literal.<AltinnCondition>map(value -> new AltinnCondition.Compare(
                        slots.ofAnyIssuer(designator, value.dataType()),
                        counted,
                        AltinnComparisons.inCondition(functionId, value),
                        onlyOne))
                .orElseGet(() -> new AltinnCondition.UnusableIfPresent(
                        counted, Failure.syntax("a condition without a literal is not supported"), onlyOne));
    }

    private static <T> Optional<T> last(List<Expression> arguments, Class<T> kind) {
        return arguments.stream().filter(kind::isInstance).map(kind::cast).reduce((earlier, later) -> later);
    }
}

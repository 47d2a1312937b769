package no.klarert.policy.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.plan.Constants;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;

/**
 * The prospects of the boolean expressions of one policy in the standard dialect. Logic is followed; whatever else depends on
 * the request may be anything.
 */
final class Prospects {
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";

    private final Map<String, Expression> definitions;
    private final Map<String, Prospect> variables = new HashMap<>();
    private final Constants constants;

    /** @param variables as they have passed {@link VariableCheck} */
    Prospects(List<VariableDefinition> variables) {
        this.definitions =
                variables.stream().collect(Collectors.toMap(VariableDefinition::id, VariableDefinition::expression));
        this.constants = new Constants(variables);
    }

    /** A condition that is absent is true. */
    Prospect of(Optional<Expression> condition) {
        return condition.map(this::of).orElse(Prospect.TRUE);
    }

    Prospect of(Expression expression) {
        return switch (expression) {
            case VariableReference reference -> variable(reference.variableId());
            case Apply apply -> call(apply);
            case Expression other -> constant(other);
        };
    }

    private Prospect variable(String id) {
        var known = variables.get(id);
        if (known == null) {
            known = Optional.ofNullable(definitions.get(id)).map(this::of).orElse(Prospect.ANY);
            variables.put(id, known);
        }
        return known;
    }

    private Prospect call(Apply apply) {
        return switch (apply.functionId()) {
            case V1 + "and" -> parts(apply).reduce(Prospect.TRUE, Prospect::and);
            case V1 + "or" -> parts(apply).reduce(Prospect.FALSE, Prospect::or);
            case V1 + "not" -> of(apply.arguments().get(0)).not();
            case V1 + "n-of" -> count(apply);
            default -> constant(apply);
        };
    }

    private Stream<Prospect> parts(Apply apply) {
        return apply.arguments().stream().map(this::of);
    }

    private Prospect count(Apply apply) {
        var needed = constants.find(apply.arguments().get(0));
        return needed.isPresent() && needed.get() instanceof IntegerValue integer
                ? count(integer.number(), parts(apply).skip(1).toList())
                : Prospect.ANY;
    }

    private static Prospect count(BigInteger needed, List<Prospect> parts) {
        if (needed.compareTo(BigInteger.valueOf(parts.size())) > 0) {
            return Prospect.INDETERMINATE;
        }
        if (needed.compareTo(number(parts, Prospect.TRUE::equals)) <= 0) {
            return Prospect.TRUE;
        }
        return needed.compareTo(number(parts, Prospect::mayBeTrue)) <= 0 ? Prospect.ANY : undecided(parts);
    }

    /** Too few can be true: false, unless parts that are Indeterminate might have made up for it. */
    private static Prospect undecided(List<Prospect> parts) {
        return parts.stream().anyMatch(Prospect::mayBeIndeterminate) ? new Prospect(false, true, true) : Prospect.FALSE;
    }

    private static BigInteger number(List<Prospect> parts, Function<Prospect, Boolean> of) {
        return BigInteger.valueOf(parts.stream().filter(of::apply).count());
    }

    private Prospect constant(Expression expression) {
        return constants.find(expression).map(Prospects::of).orElse(Prospect.ANY);
    }

    private static Prospect of(Result result) {
        if (result instanceof BooleanValue truth) {
            return truth.isTrue() ? Prospect.TRUE : Prospect.FALSE;
        }
        return Prospect.INDETERMINATE;
    }
}

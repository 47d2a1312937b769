package no.klarert.policy.function;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;

/**
 * The static type of a function.
 *
 * @param parameters those that must be given
 * @param rest the type of any number of further arguments
 */
public record Signature(List<ValueType> parameters, Optional<ValueType> rest, ValueType result) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    static Signature of(ValueType result, ValueType... parameters) {
        return new Signature(List.of(parameters), Optional.empty(), result);
    }

    /** Two values of one type in, truth out. */
    static Signature predicate(DataType type) {
        return of(ValueType.one(DataType.BOOLEAN), ValueType.one(type), ValueType.one(type));
    }

    Signature andMore(ValueType type) {
        return new Signature(parameters, Optional.of(type), result);
    }

    /** The type the argument at an index must have, if there may be so many. */
    public ValueType parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : rest.orElseThrow();
    }

    public boolean accepts(int arguments) {
        return arguments == parameters.size() || (arguments > parameters.size() && rest.isPresent());
    }

    /** Whether this is a function of two single values that says true or false, as a match needs it (XACML 3.0 §7.6). */
    public boolean isPredicate() {
        return rest.isEmpty()
                && parameters.size() == 2
                && parameters.stream().noneMatch(ValueType::isBag)
                && result.equals(ValueType.one(DataType.BOOLEAN));
    }
}

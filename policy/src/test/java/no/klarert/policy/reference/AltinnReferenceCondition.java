package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.Request;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;

/** Conditions of Altinn decision service §6.4. What cannot be worked with is thrown. */
final class AltinnReferenceCondition {
    private static final Set<String> ONLY =
            Set.of("integer-one-and-only", "date-one-and-only", "dateTime-one-and-only");
    private static final Set<String> SIZE = Set.of("time-bag-size", "date-bag-size", "dateTime-bag-size");

    private final Request request;
    private final AltinnReferenceMatching matching;

    AltinnReferenceCondition(Request request, AltinnReferenceMatching matching) {
        this.request = request;
        this.matching = matching;
    }

    enum Answer {
        APPLIES,
        DOES_NOT_APPLY,
        DOUBTFUL,
        TOO_MANY
    }

    Answer evaluate(Optional<Expression> condition) {
        if (condition.isEmpty()) {
            return Answer.APPLIES;
        }
        return condition.get() instanceof Apply apply ? call(apply) : Answer.DOES_NOT_APPLY;
    }

    private Answer call(Apply apply) {
        var nested = last(apply.arguments(), Apply.class);
        var attribute = last(apply.arguments(), AttributeDesignator.class)
                .or(() -> nested.flatMap(inner -> last(inner.arguments(), AttributeDesignator.class)))
                .orElseThrow(UnsupportedOperationException::new);
        var literal = last(apply.arguments(), AttributeValue.class);
        if (nested.isPresent()
                && SIZE.contains(ReferenceFunctions.name(nested.get().functionId()))) {
            return size(attribute, literal.orElseThrow(UnsupportedOperationException::new));
        }
        var counting = ReferenceFunctions.name(nested.orElse(apply).functionId());
        if (ONLY.contains(counting) && ofOwnType(attribute) > 1) {
            return Answer.TOO_MANY;
        }
        if (matching.values(attribute).isEmpty()) {
            return Answer.DOUBTFUL;
        }
        return compare(apply.functionId(), literal.orElseThrow(UnsupportedOperationException::new), attribute);
    }

    private Answer size(AttributeDesignator attribute, AttributeValue literal) {
        int wanted = AltinnReferenceMatching.integer(literal.text()).orElseThrow(UnsupportedOperationException::new);
        boolean hasCategory = request.attributes().stream()
                .anyMatch(value -> value.name().category().equals(attribute.category()));
        return hasCategory && ofOwnType(attribute) == wanted ? Answer.APPLIES : Answer.DOUBTFUL;
    }

    private long ofOwnType(AttributeDesignator attribute) {
        return matching.values(attribute).stream()
                .filter(value -> value.dataType().equals(attribute.dataType()))
                .count();
    }

    /** No pattern is matched here: the original takes the value of the request for the pattern. */
    private Answer compare(String functionId, AttributeValue literal, AttributeDesignator attribute) {
        var function = functionId.endsWith("regexp-match") ? "not supported" : functionId;
        return matching.holdsForSome(function, literal, attribute) ? Answer.APPLIES : Answer.DOES_NOT_APPLY;
    }

    private static <T> Optional<T> last(List<Expression> arguments, Class<T> kind) {
        return arguments.stream().filter(kind::isInstance).map(kind::cast).reduce((earlier, later) -> later);
    }
}

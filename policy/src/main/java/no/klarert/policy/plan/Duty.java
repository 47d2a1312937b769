package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** One obligation or advice. */
record Duty(String id, List<Assignment> assignments) {
    Duty {
        assignments = List.copyOf(assignments);
    }

    /** Whether it is the same for every request. */
    boolean isFixed() {
        return assignments.stream().allMatch(assignment -> assignment.expression() instanceof Constant);
    }

    /** Adds the assignments, or says why that cannot be done. */
    @Nullable
    Failure evaluate(Evaluation evaluation, List<AttributeAssignment> into) {
        for (var assignment : assignments) {
            switch (assignment.expression().evaluate(evaluation)) {
                case Failure failure -> {
                    return failure;
                }
                case Value value -> into.add(assignment.of(value));
                case Bag bag -> bag.values().forEach(value -> into.add(assignment.of(value)));
            }
        }
        return null;
    }

    /** One attribute of a duty; it has as many values as its expression. */
    record Assignment(String attributeId, Optional<String> category, Optional<String> issuer, Node expression) {
        AttributeAssignment of(Value value) {
            return new AttributeAssignment(attributeId, category, value.type().id(), issuer, value.text());
        }
    }
}

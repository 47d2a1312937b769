package no.klarert.policy.plan;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * Disjunction: true if any part is true, else the first failure, else false. The {@code or} function (XACML 3.0 §A.3.5) and an
 * {@code AnyOf} (§7.7) are this.
 */
final class OrNode implements Node {
    private final Node[] parts;

    private OrNode(List<Node> parts) {
        this.parts = parts.toArray(Node[]::new);
    }

    static Node of(List<Node> parts) {
        return parts.size() == 1 ? parts.get(0) : new OrNode(parts);
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        Result soFar = BooleanValue.FALSE;
        for (var part : parts) {
            var result = part.evaluate(evaluation);
            if (result == BooleanValue.TRUE) {
                return result;
            }
            if (soFar == BooleanValue.FALSE) {
                soFar = result;
            }
        }
        return soFar;
    }

    @Override
    public boolean isCertain() {
        return Stream.of(parts).allMatch(Node::isCertain);
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("any of", this, Step.NOWHERE, why.each(List.of(parts)));
    }
}

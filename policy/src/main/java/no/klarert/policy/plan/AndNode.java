package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** Conjunction: false if any part is false, else the first failure, else true. The {@code and} function (XACML 3.0 §A.3.5), an
 * {@code AllOf} and a target (§7.7) are this.
 */
final class AndNode implements Node {
    private final Node[] parts;

    private AndNode(List<Node> parts) {
        this.parts = parts.toArray(Node[]::new);
    }

    static Node of(List<Node> parts) {
        return switch (parts.size()) {
            case 0 -> Constant.TRUE;
            case 1 -> parts.get(0);
            default -> new AndNode(parts);
        };
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        Result soFar = BooleanValue.TRUE;
        for (var part : parts) {
            var result = part.evaluate(evaluation);
            if (result == BooleanValue.FALSE) {
                return result;
            }
            if (soFar == BooleanValue.TRUE) {
                soFar = result;
            }
        }
        return soFar;
    }
}

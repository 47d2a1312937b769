package no.klarert.policy.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * Conjunction: false if any part is false, else the first failure, else true. The {@code and} function (XACML 3.0 §A.3.5), an
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
            default ->
                inOrder(parts.stream()
                        .sorted(Comparator.comparingInt(AndNode::turn))
                        .toList());
        };
    }

    private static Node inOrder(List<Node> parts) {
        var matches = parts.stream()
                .filter(Node::isCertain)
                .filter(TextMatchNode.class::isInstance)
                .map(TextMatchNode.class::cast)
                .toList();
        return matches.size() == parts.size() ? new TextConjunction(matches) : new AndNode(parts);
    }

    /** Parts that cannot fail go first, the quick ones before the others; which failure is the first one stays the same. */
    private static int turn(Node part) {
        if (!part.isCertain()) {
            return 2;
        }
        return part instanceof TextMatchNode match && match.isQuick() ? 0 : 1;
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

    @Override
    public boolean isCertain() {
        return Stream.of(parts).allMatch(Node::isCertain);
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("all of", this, Step.NOWHERE, why.each(List.of(parts)));
    }
}

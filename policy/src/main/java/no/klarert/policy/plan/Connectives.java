package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.function.Function.Connective;

/** Nodes for the functions that may know their result without all arguments. */
final class Connectives {
    private Connectives() {}

    static Node node(Connective connective, List<Node> arguments) {
        return switch (connective) {
            case AND -> AndNode.of(arguments);
            case OR -> OrNode.of(arguments);
            case N_OF -> new CountNode(arguments.get(0), arguments.subList(1, arguments.size()));
        };
    }
}

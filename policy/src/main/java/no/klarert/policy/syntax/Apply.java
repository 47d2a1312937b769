package no.klarert.policy.syntax;

import java.util.List;

/** A function call (XACML 3.0 §5.27). */
public record Apply(Position position, String functionId, List<Expression> arguments) implements Expression {
    public Apply {
        arguments = List.copyOf(arguments);
    }
}

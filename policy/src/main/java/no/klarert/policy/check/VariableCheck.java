package no.klarert.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.ValueType;

/** Finds the types of variables (XACML 3.0 §5.23), and those that are undefined, circular or nested too deep. */
final class VariableCheck {
    static final int MAX_DEPTH = 20;

    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, Checked> checked = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final ExpressionCheck expressions;
    private final Issues issues;
    private int depthBelow;

    VariableCheck(List<VariableDefinition> variables, ExpressionCheck expressions, Issues issues) {
        variables.forEach(variable -> definitions.putIfAbsent(variable.id(), variable.expression()));
        this.expressions = expressions;
        this.issues = issues;
    }

    /** What is known of a variable; {@code depth} counts the variables it goes through, itself included. */
    private record Checked(Optional<ValueType> type, int depth) {}

    Optional<ValueType> type(VariableReference reference) {
        var id = reference.variableId();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var definition = definitions.get(id);
        if (definition == null) {
            return refuse(reference, "is not defined");
        }
        if (open.contains(id)) {
            return refuse(reference, "is defined by itself");
        }
        if (open.size() >= MAX_DEPTH) {
            return refuse(reference, "is nested too deep");
        }
        var known = checked.get(id);
        if (known == null) {
            known = check(id, definition);
            checked.put(id, known);
        }
        depthBelow = Math.max(depthBelow, known.depth());
        return known.depth() > MAX_DEPTH ? refuse(reference, "is nested too deep") : known.type();
    }

    private Checked check(String id, Expression definition) {
        int outside = depthBelow;
        depthBelow = 0;
        open.add(id);
        var type = expressions.type(definition);
        open.remove(id);
        int depth = depthBelow + 1;
        depthBelow = outside;
        return new Checked(type, depth);
    }

    private Optional<ValueType> refuse(VariableReference reference, String why) {
        issues.error(reference.position(), "the variable " + Issues.quoted(reference.variableId()) + " " + why);
        return Optional.empty();
    }
}

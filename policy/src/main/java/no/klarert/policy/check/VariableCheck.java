package no.klarert.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.policy.check.Depth.Visited;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.ValueType;

/** Finds the types of variables (XACML 3.0 §5.23), and those that are undefined, circular or nested too deep. */
final class VariableCheck {
    private final Map<String, VariableDefinition> definitions = new HashMap<>();
    private final Map<String, Visited<Optional<ValueType>>> checked = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final ExpressionCheck expressions;
    private final Depth depth;
    private final Issues issues;

    VariableCheck(List<VariableDefinition> variables, ExpressionCheck expressions, Depth depth, Issues issues) {
        variables.forEach(variable -> definitions.putIfAbsent(variable.id(), variable));
        this.expressions = expressions;
        this.depth = depth;
        this.issues = issues;
    }

    void check(VariableDefinition variable) {
        if (!variable.equals(definitions.get(variable.id()))) {
            expressions.type(variable.expression());
        } else if (!checked.containsKey(variable.id())) {
            visit(variable);
        }
    }

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
        var known = checked.get(id);
        if (known == null) {
            known = visit(definition);
        } else if (!depth.admits(known.height())) {
            return refuse(reference, "is nested too deep");
        }
        return known.found();
    }

    private Visited<Optional<ValueType>> visit(VariableDefinition variable) {
        open.add(variable.id());
        var visited = depth.measure(() -> expressions.type(variable.expression()));
        open.remove(variable.id());
        checked.put(variable.id(), visited);
        return visited;
    }

    private Optional<ValueType> refuse(VariableReference reference, String why) {
        issues.error(reference.position(), "the variable " + Shown.quoted(reference.variableId()) + " " + why);
        return Optional.empty();
    }
}

package no.klarert.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.Shown;

/** Finds variables that no rule, obligation or advice refers to, not even through other variables (XACML 3.0 §5.23). */
final class UnusedVariableCheck {
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private UnusedVariableCheck() {}

    static void check(Policy policy, Issues issues) {
        var check = new UnusedVariableCheck();
        policy.variables().forEach(variable -> check.definitions.put(variable.id(), variable.expression()));
        Expressions.inUse(policy).forEach(check::use);
        policy.variables().stream()
                .filter(variable -> !check.used.contains(variable.id()))
                .forEach(variable -> report(variable, issues));
    }

    private static void report(VariableDefinition variable, Issues issues) {
        issues.warning(variable.position(), "the variable " + Shown.quoted(variable.id()) + " is never used");
    }

    private void use(Expression expression) {
        references(expression)
                .filter(used::add)
                .forEach(id -> Optional.ofNullable(definitions.get(id)).ifPresent(this::use));
    }

    private static Stream<String> references(Expression expression) {
        return Expressions.within(expression)
                .filter(VariableReference.class::isInstance)
                .map(part -> ((VariableReference) part).variableId());
    }
}

package no.klarert.policy.check;

import java.util.List;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Signature;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.ValueType;

/** Checks matches (XACML 3.0 §7.6): a function of two values that gives truth, the literal first. */
final class MatchCheck {
    private final ExpressionCheck expressions;
    private final Issues issues;

    MatchCheck(ExpressionCheck expressions, Issues issues) {
        this.expressions = expressions;
        this.issues = issues;
    }

    void check(Match match) {
        var literal = expressions.type(match.value());
        var attribute = expressions.type(match.attribute());
        var function = expressions.function(match.position(), match.functionId());
        if (function.isEmpty()) {
            return;
        }
        var signature = function.get().plainSignature().filter(Signature::isPredicate);
        if (signature.isEmpty()) {
            issues.error(match.position(), "the function " + Shown.quoted(match.functionId()) + " cannot match");
            return;
        }
        if (function.get() instanceof Function.Pattern) {
            expressions.checkPattern(List.of(match.value()));
        }
        var operands = signature.get().parameters();
        literal.ifPresent(type -> compare(match, "literal", type, operands.get(0)));
        attribute.ifPresent(type -> compare(match, "attribute", ValueType.one(type.type()), operands.get(1)));
    }

    private void compare(Match match, String operand, ValueType actual, ValueType wanted) {
        if (!actual.equals(wanted)) {
            issues.error(
                    match.position(),
                    "the " + operand + " of " + Shown.quoted(match.functionId()) + " must be "
                            + wanted.type().shortName() + ", not "
                            + actual.type().shortName());
        }
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;

/** Obligations and advice, most of them without errors. */
final class AnyDuties {
    private final Chance chance;
    private final AnyExpression expressions;

    AnyDuties(Chance chance, AnyExpression expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    static Effect effect(Chance chance) {
        return chance.oneIn(2) ? Effect.PERMIT : Effect.DENY;
    }

    List<ObligationExpression> obligations() {
        return chance.oneIn(2)
                ? List.of()
                : chance.some(0, 2, () -> new ObligationExpression(NOWHERE, "o", effect(chance), assignments()));
    }

    List<AdviceExpression> advice() {
        return chance.oneIn(3)
                ? chance.some(0, 2, () -> new AdviceExpression(NOWHERE, "n", effect(chance), assignments()))
                : List.of();
    }

    private List<AttributeAssignmentExpression> assignments() {
        return chance.some(
                0,
                2,
                () -> new AttributeAssignmentExpression(
                        NOWHERE,
                        "a",
                        chance.oneIn(2) ? Optional.of("c") : Optional.empty(),
                        chance.oneIn(4) ? Optional.of("i") : Optional.empty(),
                        expressions.of(new StaticType(chance.type(), chance.oneIn(2)), 1)));
    }
}

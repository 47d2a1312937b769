package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;
import static no.klarert.policy.reference.ReferenceFunctions.name;

import java.util.List;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;

/** Arguments that a function can do something with, most of the time. */
final class AnyArgument {
    private static final List<String> POSITIONS = List.of("0", "0", "1", "2", "-1", "-1", "-2", "9", "99999999999");

    private final Chance chance;
    private final AnyExpression expressions;

    AnyArgument(Chance chance, AnyExpression expressions) {
        this.chance = chance;
        this.expressions = expressions;
    }

    Expression of(String functionId, int index, StaticType type, int depth) {
        return chance.oneIn(4) || type.isBag() || !isPeculiar(functionId, index)
                ? expressions.of(type, depth)
                : peculiar(functionId, type.dataType());
    }

    /** A literal for a match or a call. */
    AttributeValue literal(String functionId, int index, String type) {
        return isPeculiar(functionId, index) ? peculiar(functionId, type) : expressions.literal(type);
    }

    private static boolean isPeculiar(String functionId, int index) {
        return switch (name(functionId)) {
            case "string-substring", "anyURI-substring" -> index > 0;
            case "rfc822Name-match" -> index == 0;
            default -> functionId.endsWith("-from-string") || (functionId.endsWith("-regexp-match") && index == 0);
        };
    }

    private AttributeValue peculiar(String functionId, String type) {
        if (functionId.endsWith("-regexp-match")) {
            return expressions.pattern();
        }
        if (functionId.endsWith("-substring")) {
            return new AttributeValue(NOWHERE, type, chance.of(POSITIONS));
        }
        return new AttributeValue(
                NOWHERE,
                Xacml.TYPE_STRING,
                functionId.endsWith("-match")
                        ? chance.of(Pools.MAILBOXES)
                        : chance.text(ReferenceSignatures.functions()
                                .get(functionId)
                                .result()
                                .dataType()));
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.algorithm;
import static no.klarert.policy.PolicyXml.function;
import static no.klarert.policy.PolicyXml.type;
import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Policies of the shapes that are published for Altinn's decision service, and some that only look like it. */
final class AnyAltinnPolicy {
    private static final List<String> ALGORITHMS = List.of(
            algorithm("deny-overrides"),
            algorithm("permit-overrides"),
            algorithm("deny-unless-permit"),
            algorithm("permit-unless-deny"),
            algorithm("first-applicable"),
            "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:ordered-deny-overrides",
            "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:permit-overrides",
            "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides");
    private static final List<String> COMPARISONS = List.of(
            "integer-equal",
            "integer-one-and-only",
            "anyURI-equal",
            "time-equal",
            "date-equal",
            "dateTime-equal",
            "string-is-in",
            "string-regexp-match",
            "double-equal");
    private static final List<String> NESTED = List.of(
            "integer-one-and-only", "date-one-and-only", "string-one-and-only", "date-bag-size", "time-bag-size");

    private final Chance chance;

    private AnyAltinnPolicy(Chance chance) {
        this.chance = chance;
    }

    static Policy of(Chance chance) {
        return new AnyAltinnPolicy(chance).policy();
    }

    private Policy policy() {
        return new Policy(
                NOWHERE,
                "p",
                "1.0",
                chance.of(ALGORITHMS),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                IntStream.range(0, chance.upTo(4)).mapToObj(this::rule).toList(),
                chance.some(0, 2, this::obligation),
                List.of());
    }

    private Effect effect() {
        return chance.oneIn(3) ? Effect.DENY : Effect.PERMIT;
    }

    private Rule rule(int index) {
        return new Rule(
                NOWHERE,
                "r" + index,
                effect(),
                Optional.empty(),
                chance.oneIn(6) ? Optional.empty() : Optional.of(target()),
                chance.oneIn(4) ? Optional.of(condition()) : Optional.empty(),
                List.of(),
                List.of());
    }

    private Target target() {
        return new Target(
                NOWHERE, chance.some(0, 3, () -> new AnyOf(NOWHERE, chance.oneIn(2) ? sameTest() : alternatives())));
    }

    private List<AllOf> alternatives() {
        return chance.some(1, 3, () -> new AllOf(NOWHERE, chance.some(1, 2, this::match)));
    }

    private List<AllOf> sameTest() {
        var function = chance.oneIn(2) ? "string-equal" : "string-equal-ignore-case";
        var attribute = designator(Xacml.TYPE_STRING, 20);
        return chance.some(
                1,
                3,
                () -> new AllOf(
                        NOWHERE,
                        List.of(new Match(NOWHERE, function(function), literal(Xacml.TYPE_STRING), attribute))));
    }

    private Match match() {
        if (chance.oneIn(4)) {
            var function = chance.of(COMPARISONS);
            return new Match(NOWHERE, function(function), operand(function), designator(typeOf(function), 8));
        }
        var function = chance.oneIn(2) ? "string-equal" : "string-equal-ignore-case";
        return new Match(NOWHERE, function(function), literal(Xacml.TYPE_STRING), designator(Xacml.TYPE_STRING, 12));
    }

    private AttributeValue operand(String function) {
        if (function.equals("string-regexp-match")) {
            return new AttributeValue(NOWHERE, Xacml.TYPE_STRING, chance.pattern());
        }
        var value = literal(typeOf(function));
        return chance.oneIn(15) ? new AttributeValue(NOWHERE, value.dataType(), "?") : value;
    }

    private static String typeOf(String function) {
        return type(function.substring(0, function.indexOf('-')));
    }

    private AttributeValue literal(String type) {
        return new AttributeValue(NOWHERE, type, chance.text(type));
    }

    private AttributeDesignator designator(String type, int requiredOneIn) {
        return new AttributeDesignator(
                NOWHERE,
                chance.category(),
                chance.attribute(),
                type,
                chance.oneIn(10) ? Optional.of("i") : Optional.empty(),
                chance.oneIn(requiredOneIn));
    }

    private Expression condition() {
        var function = chance.of(COMPARISONS);
        var type = typeOf(function);
        return switch (chance.upTo(6)) {
            case 0, 1, 2 -> apply(function, operand(function), designator(type, 5));
            case 3, 4 -> nested(chance.of(NESTED));
            case 5 -> apply(function, designator(type, 5));
            default -> chance.oneIn(2) ? literal(Xacml.TYPE_BOOLEAN) : apply("and", literal(Xacml.TYPE_BOOLEAN));
        };
    }

    private Expression nested(String function) {
        var type = function.endsWith("size") ? Xacml.TYPE_INTEGER : typeOf(function);
        var equal = type.substring(type.indexOf('#') + 1) + "-equal";
        return apply(equal, literal(type), apply(function, designator(typeOf(function), 5)));
    }

    private static Expression apply(String function, Expression... arguments) {
        return new Apply(NOWHERE, function(function), List.of(arguments));
    }

    private ObligationExpression obligation() {
        return new ObligationExpression(
                NOWHERE,
                "o",
                effect(),
                chance.some(
                        0,
                        2,
                        () -> new AttributeAssignmentExpression(
                                NOWHERE,
                                "a",
                                Optional.of("c"),
                                Optional.empty(),
                                chance.oneIn(4) ? designator(Xacml.TYPE_STRING, 5) : literal(Xacml.TYPE_INTEGER))));
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.function;
import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.List;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Target;

/** Targets of any function that can match. */
final class AnyTarget {
    private static final List<String> COMMON = List.of(
            function("string-equal"),
            function("string-equal"),
            function("string-equal-ignore-case"),
            function("anyURI-equal"));

    private final Chance chance;
    private final Vocabulary vocabulary;
    private final AnyExpression expressions;
    private final AnyArgument arguments;

    AnyTarget(Chance chance, AnyExpression expressions) {
        this.chance = chance;
        this.vocabulary = Vocabulary.of(chance.types());
        this.expressions = expressions;
        this.arguments = new AnyArgument(chance, expressions);
    }

    Target of() {
        return new Target(
                NOWHERE, chance.some(0, 2, () -> new AnyOf(NOWHERE, chance.oneIn(2) ? sameTest() : alternatives())));
    }

    private List<AllOf> alternatives() {
        return chance.some(1, 3, () -> new AllOf(NOWHERE, chance.some(1, 2, this::match)));
    }

    /** Alternatives that differ in their literals alone, as lists of roles do. */
    private List<AllOf> sameTest() {
        var match = match();
        var type = match.value().dataType();
        return chance.some(
                1,
                4,
                () -> new AllOf(
                        NOWHERE,
                        List.of(new Match(
                                NOWHERE,
                                match.functionId(),
                                arguments.literal(match.functionId(), 0, type),
                                match.attribute()))));
    }

    private Match match() {
        var functionId = chance.oneIn(2) ? chance.of(COMMON) : chance.of(vocabulary.matching());
        var types = ReferenceSignatures.functions().get(functionId).parameters();
        return new Match(
                NOWHERE,
                functionId,
                arguments.literal(functionId, 0, types.get(0).dataType()),
                expressions.designator(types.get(1).dataType()));
    }
}

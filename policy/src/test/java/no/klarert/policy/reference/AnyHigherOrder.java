package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;
import static no.klarert.policy.reference.AnyExpression.TRUTH;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;

/** Calls of functions over functions (XACML 3.0 §A.3.12). */
final class AnyHigherOrder {
    private static final List<String> MAPS = ReferenceSignatures.HIGHER_ORDER.stream()
            .filter(id -> id.endsWith(":map"))
            .toList();
    private static final List<String> QUANTIFIERS = ReferenceSignatures.HIGHER_ORDER.stream()
            .filter(id -> !id.endsWith(":map"))
            .toList();

    private final Chance chance;
    private final Vocabulary vocabulary;
    private final AnyArgument arguments;

    AnyHigherOrder(Chance chance, Vocabulary vocabulary, AnyArgument arguments) {
        this.chance = chance;
        this.vocabulary = vocabulary;
        this.arguments = arguments;
    }

    /** Whether some function of values gives such values. */
    boolean canMapTo(StaticType bag) {
        return !vocabulary.ofValues(bag.element()).isEmpty();
    }

    /** A bag of what a function gives for each value of another bag. */
    Expression map(StaticType bag, int depth) {
        return call(chance.of(MAPS), chance.of(vocabulary.ofValues(bag.element())), depth - 1);
    }

    Expression truth(int depth) {
        var quantifier = chance.of(QUANTIFIERS);
        boolean takesTwo = quantifier.matches(".*:(all-of-any|any-of-all|all-of-all)");
        var called = chance.of(takesTwo ? vocabulary.ofTwoValues() : vocabulary.ofValues(TRUTH));
        return call(quantifier, called, depth - 1);
    }

    private Expression call(String scheme, String called, int depth) {
        var types = types(scheme, called);
        int only = chance.upTo(types.size() - 1);
        var all = new ArrayList<Expression>();
        all.add(new FunctionReference(NOWHERE, called));
        for (int i = 0; i < types.size(); i++) {
            boolean isBag = switch (ReferenceFunctions.name(scheme)) {
                case "any-of", "all-of", "map" -> i == only;
                case "any-of-any" -> chance.oneIn(2);
                default -> true;
            };
            var type = new StaticType(types.get(i).dataType(), isBag);
            all.add(arguments.of(called, i, type, depth));
        }
        return new Apply(NOWHERE, scheme, all);
    }

    /** What the function is called with: at least one value, and two if there are to be two bags. */
    private List<StaticType> types(String scheme, String called) {
        var signature = ReferenceSignatures.functions().get(called);
        int needed = signature.parameters().size();
        int more = signature.rest().isEmpty() ? 0 : chance.upTo(1);
        boolean takesTwo = scheme.matches(".*:(all-of-any|any-of-all|all-of-all)");
        return signature.parameters(takesTwo ? 2 : Math.max(1, needed + more)).orElseThrow();
    }
}

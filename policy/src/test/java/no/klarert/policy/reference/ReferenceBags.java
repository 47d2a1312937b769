package no.klarert.policy.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;

/** Bags and sets (XACML 3.0 §A.3.10, §A.3.11), every value compared with every other. */
final class ReferenceBags {
    private ReferenceBags() {}

    static Answer call(String operation, List<Answer> arguments) {
        var first = arguments.stream().findFirst().map(Answer::values).orElse(List.of());
        var second = arguments.stream().skip(1).findFirst().map(Answer::values).orElse(List.of());
        return switch (operation) {
            case "one-and-only" -> first.size() == 1 ? arguments.get(0) : Answer.processingError();
            case "bag-size" -> Answer.of(Xacml.TYPE_INTEGER, BigInteger.valueOf(first.size()));
            case "bag" -> Answer.of(all(arguments).toList());
            case "is-in" -> Answer.of(isIn(first.get(0), second));
            case "intersection" -> Answer.of(distinct(first.stream().filter(value -> isIn(value, second))));
            case "union" -> Answer.of(distinct(all(arguments)));
            case "at-least-one-member-of" -> Answer.of(first.stream().anyMatch(value -> isIn(value, second)));
            case "subset" -> Answer.of(isSubset(first, second));
            case "set-equals" -> Answer.of(isSubset(first, second) && isSubset(second, first));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static Stream<Literal> all(List<Answer> bags) {
        return bags.stream().flatMap(bag -> bag.values().stream());
    }

    private static boolean isIn(Literal wanted, List<Literal> bag) {
        return bag.stream().anyMatch(value -> ReferenceTypes.areEqual(wanted, value));
    }

    private static boolean isSubset(List<Literal> part, List<Literal> whole) {
        return part.stream().allMatch(value -> isIn(value, whole));
    }

    private static List<Literal> distinct(Stream<Literal> values) {
        var distinct = new ArrayList<Literal>();
        values.filter(value -> !isIn(value, distinct)).forEach(distinct::add);
        return distinct;
    }
}

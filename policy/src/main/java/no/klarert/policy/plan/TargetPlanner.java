package no.klarert.policy.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.policy.function.Functions;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.BooleanValue;

/** Plans targets. Alternatives that compare one attribute with one string each become a look-up in a set. */
final class TargetPlanner {
    private final Slots slots;
    private final ExpressionPlanner expressions;

    TargetPlanner(Slots slots, ExpressionPlanner expressions) {
        this.slots = slots;
        this.expressions = expressions;
    }

    Node target(Optional<Target> target) {
        return AndNode.of(target.stream()
                .flatMap(present -> present.anyOf().stream())
                .map(this::anyOf)
                .toList());
    }

    private Node anyOf(AnyOf anyOf) {
        return sameTest(anyOf)
                .map(first -> textMatch(first, texts(anyOf)))
                .orElseGet(
                        () -> OrNode.of(anyOf.allOf().stream().map(this::allOf).toList()));
    }

    private Node allOf(AllOf allOf) {
        return AndNode.of(allOf.matches().stream().map(this::match).toList());
    }

    private Node match(Match match) {
        return isTextTest(match) ? textMatch(match, Set.of(match.value().text())) : generalMatch(match);
    }

    /** The first match, if every alternative is a single one that differs from it in the text alone. */
    private static Optional<Match> sameTest(AnyOf anyOf) {
        var matches = anyOf.allOf().stream()
                .flatMap(allOf -> allOf.matches().stream())
                .toList();
        boolean single = matches.size() == anyOf.allOf().size()
                && anyOf.allOf().stream().allMatch(allOf -> allOf.matches().size() == 1);
        var tests = new HashSet<List<Object>>();
        matches.forEach(match -> tests.add(test(match)));
        return single && tests.size() == 1
                ? Optional.of(matches.get(0)).filter(TargetPlanner::isTextTest)
                : Optional.empty();
    }

    private static List<Object> test(Match match) {
        var attribute = match.attribute();
        return List.of(
                match.functionId(),
                attribute.category(),
                attribute.attributeId(),
                attribute.dataType(),
                attribute.issuer(),
                attribute.mustBePresent());
    }

    private static Set<String> texts(AnyOf anyOf) {
        return anyOf.allOf().stream()
                .flatMap(allOf -> allOf.matches().stream())
                .map(match -> match.value().text())
                .collect(Collectors.toSet());
    }

    private static boolean isTextTest(Match match) {
        return TextForm.of(match.functionId()).isPresent();
    }

    private Node textMatch(Match match, Set<String> texts) {
        return new TextMatchNode(
                slots.of(match.attribute()),
                TextTest.of(TextForm.of(match.functionId()).orElseThrow(), texts),
                expressions.whenAbsent(match.attribute(), BooleanValue.FALSE));
    }

    private Node generalMatch(Match match) {
        var literal = expressions.value(match.value());
        var call = Calls.of(Functions.find(match.functionId()).orElseThrow(), List.of(match.value()));
        return new MatchNode(call, literal, expressions.node(match.attribute()));
    }
}

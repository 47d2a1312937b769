package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        var alike = new LinkedHashMap<Object, List<AllOf>>();
        for (var allOf : anyOf.allOf()) {
            alike.computeIfAbsent(likeness(allOf), fresh -> new ArrayList<>(1)).add(allOf);
        }
        return OrNode.of(alike.values().stream().map(this::alternatives).toList());
    }

    /** What alternatives share that become one look-up. Any other is like itself alone. */
    private static Object likeness(AllOf allOf) {
        return isTextTest(allOf) ? test(allOf.matches().get(0)) : allOf;
    }

    // INVARIANT: alternatives that are alike fail alike, so which failure is the first one stays the same.
    private Node alternatives(List<AllOf> alike) {
        var first = alike.get(0);
        return isTextTest(first) ? textMatch(first.matches().get(0), texts(alike)) : allOf(first);
    }

    private Node allOf(AllOf allOf) {
        return AndNode.of(allOf.matches().stream().map(this::match).toList());
    }

    private Node match(Match match) {
        return isTextTest(match) ? textMatch(match, Set.of(match.value().text())) : generalMatch(match);
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

    private static Set<String> texts(List<AllOf> alternatives) {
        return alternatives.stream()
                .map(allOf -> allOf.matches().get(0).value().text())
                .collect(Collectors.toSet());
    }

    private static boolean isTextTest(AllOf allOf) {
        return allOf.matches().size() == 1 && isTextTest(allOf.matches().get(0));
    }

    private static boolean isTextTest(Match match) {
        return TextForm.of(match.functionId()).isPresent();
    }

    private Node textMatch(Match match, Set<String> texts) {
        var form = TextForm.of(match.functionId()).orElseThrow();
        return new TextMatchNode(
                slots.of(match.attribute()),
                form,
                TextTest.of(form, texts),
                expressions.whenAbsent(match.attribute(), BooleanValue.FALSE));
    }

    private Node generalMatch(Match match) {
        var literal = expressions.value(match.value());
        var call = Calls.of(Functions.find(match.functionId()).orElseThrow(), List.of(match.value()));
        return new MatchNode(call, literal, expressions.node(match.attribute()));
    }
}

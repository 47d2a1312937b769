package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.Value;

/** Tells what an evaluation comes to, step by step. What is told is what the same nodes evaluate to. */
final class Explaining {
    /** A step is a few hundred bytes, and a policy set may stand for a million policies. */
    private static final int MOST_STEPS = 20_000;
    /** More values, or longer ones, are not written out. */
    private static final int MOST_VALUES = 12;

    private final Evaluation evaluation;
    private final int[] steps;

    Explaining(Evaluation evaluation) {
        this(evaluation, new int[1]);
    }

    private Explaining(Evaluation evaluation, int[] steps) {
        this.evaluation = evaluation;
        this.steps = steps;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** The same explanation inside a policy with variables of its own. */
    Explaining withVariables(int count) {
        return new Explaining(evaluation.withVariables(count), steps);
    }

    /** Explains each of the parts, as long as there is room. */
    <T> List<Step> each(List<T> parts, Function<T, Step> explain) {
        var explained = new ArrayList<Step>();
        for (var part : parts) {
            if (++steps[0] > MOST_STEPS) {
                explained.add(step("more", "not shown", "", Step.NOWHERE, List.of()));
                return explained;
            }
            explained.add(explain.apply(part));
        }
        return explained;
    }

    List<Step> each(List<Node> nodes) {
        return each(nodes, node -> node.explain(this));
    }

    /** A step with the value of an expression as its outcome. */
    Step value(String what, Node node, Position position, List<Step> parts) {
        return step(what, told(node.evaluate(evaluation)), "", position, parts);
    }

    /** A target, its outermost part on the same line. */
    Step target(Node target, Position position) {
        var explained = target.explain(this);
        return step(
                "target: " + explained.what(),
                match(target.evaluate(evaluation)),
                explained.because(),
                position,
                explained.parts());
    }

    static Step step(String what, String outcome, String because, Position position, List<Step> parts) {
        return new Step(what, outcome, because, position, parts);
    }

    /** What a target or match gave. */
    static String match(Result result) {
        if (result instanceof Failure failure) {
            return "Indeterminate: " + failure.status().message();
        }
        return result == BooleanValue.TRUE ? "matches" : "does not match";
    }

    static String told(Result result) {
        return switch (result) {
            case Failure failure -> "Indeterminate: " + failure.status().message();
            case Value value -> value instanceof BooleanValue ? value.text() : Shown.quoted(value.text());
            case Bag bag ->
                listed(
                        bag.values().stream()
                                .map(Value::text)
                                .limit(MOST_VALUES + 1L)
                                .toList(),
                        bag.values().size());
        };
    }

    /** The values an attribute has in the request. */
    static String present(Texts texts) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < Math.min(texts.size(), MOST_VALUES + 1); i++) {
            shown.add(texts.text(i));
        }
        return texts.size() == 0 ? "the request has no value" : "the request has " + listed(shown, texts.size());
    }

    /** Texts, the first of them, and how many there are in all if not every one is shown. */
    static String listed(List<String> texts, int count) {
        if (count == 0) {
            return "nothing";
        }
        var shown = texts.stream().limit(MOST_VALUES).map(Shown::quoted).collect(Collectors.joining(", "));
        return count > MOST_VALUES ? shown + " and " + (count - MOST_VALUES) + " more" : shown;
    }
}

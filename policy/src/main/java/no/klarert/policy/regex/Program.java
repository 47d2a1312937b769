package no.klarert.policy.regex;

import java.util.ArrayList;
import java.util.List;

/** A pattern as a list of steps. A repetition with counts is written out. */
final class Program {
    /** The largest {@link #cost} that is written out. */
    static final int MAX_COST = 10_000;

    /** One step; {@code next} and {@code other} are indexes of steps. */
    sealed interface Step {
        record Take(CharacterClass characters) implements Step {}

        record AtStart() implements Step {}

        record AtEnd() implements Step {}

        record Jump(int next) implements Step {}

        record Fork(int next, int other) implements Step {}

        record Found() implements Step {}
    }

    private final List<Step> steps = new ArrayList<>();
    private int cost;

    private Program() {}

    static Program of(Regex regex) {
        var program = new Program();
        program.write(regex);
        program.add(new Step.Found());
        return program;
    }

    int size() {
        return steps.size();
    }

    /** How much work one character of text can be: the steps, each with the members of its character class. */
    int cost() {
        return cost;
    }

    Step step(int index) {
        return steps.get(index);
    }

    private void write(Regex regex) {
        switch (regex) {
            case Regex.OneOf one -> add(new Step.Take(one.characters()));
            case Regex.Start start -> add(new Step.AtStart());
            case Regex.End end -> add(new Step.AtEnd());
            case Regex.Sequence sequence -> sequence.parts().forEach(this::write);
            case Regex.Alternatives alternatives -> write(alternatives.branches());
            case Regex.Repeat repeat -> write(repeat);
        }
    }

    private void write(List<Regex> branches) {
        var jumps = new ArrayList<Integer>();
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            int fork = last ? -1 : reserve();
            write(branches.get(i));
            if (!last) {
                jumps.add(reserve());
                steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            }
        }
        jumps.forEach(jump -> steps.set(jump, new Step.Jump(steps.size())));
    }

    private void write(Regex.Repeat repeat) {
        writeTimes(repeat.least(), repeat.part());
        if (repeat.most() == Regex.UNBOUNDED) {
            int fork = reserve();
            write(repeat.part());
            add(new Step.Jump(fork));
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            return;
        }
        var forks = new ArrayList<Integer>();
        for (int i = repeat.least(); i < repeat.most(); i++) {
            forks.add(reserve());
            write(repeat.part());
        }
        forks.forEach(fork -> steps.set(fork, new Step.Fork(fork + 1, steps.size())));
    }

    /** A part that takes no step, such as an empty group, would only cost time to repeat. */
    private void writeTimes(int times, Regex part) {
        int before = -1;
        for (int i = 0; i < times && before < steps.size(); i++) {
            before = steps.size();
            write(part);
        }
    }

    private int reserve() {
        add(new Step.Found());
        return steps.size() - 1;
    }

    private void add(Step step) {
        cost += step instanceof Step.Take take ? take.characters().size() : 1;
        if (cost > MAX_COST) {
            throw new PatternSyntaxError("is too large: written out it takes more than " + MAX_COST + " steps");
        }
        steps.add(step);
    }
}

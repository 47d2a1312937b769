package no.klarert.benchmarks;

import java.util.List;
import java.util.function.Function;

/** Things that take turns, for ever. Not safe for use by several threads. */
final class Turn<T> {
    private final List<T> all;
    private int next;

    private Turn(List<T> all) {
        this.all = List.copyOf(all);
    }

    /** What is made of each source, in their order. */
    static <S, T> Turn<T> of(List<S> sources, Function<S, T> making) {
        return new Turn<>(sources.stream().map(making).toList());
    }

    T next() {
        var taken = all.get(next);
        next = next + 1 == all.size() ? 0 : next + 1;
        return taken;
    }
}

package no.klarert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {
    @Test
    void everything_takes_its_turn_and_then_again() {
        var turn = Turn.of(List.of(1, 2, 3), number -> number * 10);
        assertThat(Stream.generate(turn::next).limit(5)).containsExactly(10, 20, 30, 10, 20);
    }
}

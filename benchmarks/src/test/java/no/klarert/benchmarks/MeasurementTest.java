package no.klarert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final Measurement ONE = new Measurement(List.of(100.0), 80);
    private static final Measurement OTHER = new Measurement(List.of(300.0), 120);

    @Test
    void what_counts_of_several_jvms_is_their_average() {
        assertThat(ONE.and(OTHER)).isEqualTo(new Measurement(List.of(100.0, 300.0), 100));
        assertThat(ONE.and(OTHER).nanoseconds()).isEqualTo(200);
    }

    @Test
    void a_pair_tells_how_many_times_as_long_the_other_took() {
        assertThat(new Pair(ONE, OTHER).ratio()).isEqualTo(3);
        assertThat(new Pair(OTHER, ONE).ratio()).isLessThan(1);
    }
}

package no.klarert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void a_line_names_figure_unit_and_target() {
        assertThat(Verdict.atLeast("engine", 12.34, "x", 10).line()).isEqualTo("engine figure=12.3 x target >=10");
        assertThat(Verdict.atMost("engine-allocation", 96.01, "bytes", 200).line())
                .isEqualTo("engine-allocation figure=96 bytes target <=200");
        assertThat(Verdict.atMost("engine-growth", 1.284, "x", 1.3).line())
                .isEqualTo("engine-growth figure=1.28 x target <=1.3");
    }

    @Test
    void zeros_that_count_are_kept() {
        assertThat(Verdict.atLeast("engine-compile", 2000.04, "policies/s", 2000)
                        .line())
                .isEqualTo("engine-compile figure=2000 policies/s target >=2000");
        assertThat(Verdict.atLeast("engine", 100, "x", 10).line()).isEqualTo("engine figure=100 x target >=10");
    }
}

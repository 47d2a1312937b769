package no.klarert.examples.smartcloud;

import static no.klarert.examples.smartcloud.Table.Alignment.LEFT;
import static no.klarert.examples.smartcloud.Table.Alignment.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void makes_each_column_as_wide_as_its_widest_cell() {
        var table = new Table(LEFT, RIGHT, LEFT).row("å", "1", "x").row("bcd", "1 000", "");

        assertThat(table.lines()).containsExactly("å         1   x", "bcd   1 000");
    }

    @Test
    void has_no_lines_without_rows() {
        assertThat(new Table(LEFT).lines()).isEmpty();
    }

    @Test
    void refuses_a_row_that_does_not_fit() {
        assertThatThrownBy(() -> new Table(LEFT, RIGHT).row("one")).isInstanceOf(IllegalArgumentException.class);
    }
}

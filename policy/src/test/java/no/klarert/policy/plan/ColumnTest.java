package no.klarert.policy.plan;

import static no.klarert.policy.plan.Demands.ACTION;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.KIND;
import static no.klarert.policy.plan.Demands.ROLE;
import static no.klarert.policy.plan.Demands.all;
import static no.klarert.policy.plan.Demands.demand;
import static no.klarert.policy.plan.Demands.mixed;
import static no.klarert.policy.plan.Demands.required;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How well an attribute tells children from each other. */
class ColumnTest {
    private static Column column(TextKey key, Guards... children) {
        return Column.of(Set.of(key), List.of(children));
    }

    @Test
    void has_of_each_child_the_narrowest_demand_on_its_attributes() {
        var column = column(
                ID,
                all(demand(ID, "a", "b", "c"), demand(ID, "a", "d"), demand(ACTION, "r")),
                demand(ACTION, "r"),
                mixed(demand(ID, "a"), demand(ACTION, "r")));
        assertThat(column.guard(0, ID)).isEqualTo(new Guard(Set.of("a", "d"), true));
        assertThat(column.guard(1, ID)).isNull();
        assertThat(column.guard(2, ID)).isNull();
    }

    @Test
    void of_several_attributes_counts_the_texts_of_all_to_find_the_narrowest() {
        var wide = mixed(demand(ID, "a"), demand(ACTION, "r", "s"));
        var narrow = mixed(demand(ID, "a"), demand(ACTION, "r"));
        var column = Column.of(Set.of(ID, ACTION), List.of(all(wide, narrow)));
        assertThat(column.clauses().get(0)).contains(narrow.clauses().get(0));
    }

    @Test
    void looks_at_the_children_under_one_text_and_at_those_that_demand_nothing() {
        var none = Guards.NONE;
        assertThat(column(ID, demand(ID, "a"), demand(ID, "b"), demand(ID, "c")).looked())
                .isEqualTo(1);
        assertThat(column(ID, none, demand(ID, "a"), none, demand(ID, "a"), demand(ID, "b"))
                        .looked())
                .isEqualTo(2 + 1.5);
        assertThat(column(ID, demand(ID, "a", "b"), demand(ID, "b")).looked()).isEqualTo(1.5);
        assertThat(column(ID, none, none, none).looked()).isEqualTo(3);
    }

    @Test
    void counts_a_subject_as_if_it_had_three_values() {
        assertThat(column(ROLE, Guards.NONE, demand(ROLE, "a"), demand(ROLE, "a"), demand(ROLE, "b"))
                        .looked())
                .isEqualTo(1 + 3 * 1.5);
        assertThat(column(ROLE).isOfSubject()).isTrue();
        assertThat(column(ID).isOfSubject()).isFalse();
        assertThat(Column.of(Set.of(KIND, ROLE), List.of()).isOfSubject()).isTrue();
    }

    @Test
    void tells_most_if_it_tells_more_than_half_of_the_children_completely() {
        var told = demand(ID, "a");
        var doubtful = required(ID, "a");
        assertThat(column(ID, told, told, doubtful, Guards.NONE).tellsMost()).isFalse();
        assertThat(column(ID, told, told, told, Guards.NONE).tellsMost()).isTrue();
        assertThat(column(ID, told, told, doubtful).tellsMost()).isTrue();
    }
}

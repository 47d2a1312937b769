package no.klarert.policy.plan;

import static no.klarert.policy.plan.Demands.ACTION;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.KIND;
import static no.klarert.policy.plan.Demands.ROLE;
import static no.klarert.policy.plan.Demands.all;
import static no.klarert.policy.plan.Demands.asked;
import static no.klarert.policy.plan.Demands.children;
import static no.klarert.policy.plan.Demands.demand;
import static no.klarert.policy.plan.Demands.key;
import static no.klarert.policy.plan.Demands.mixed;
import static no.klarert.policy.plan.Demands.required;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Children get an index only where it leaves out enough of them, and the one that leaves out most. */
class IndexPlannerTest {
    private static final String NOBODY = "resource id string nobody";

    private static Selection selection(int count, IntFunction<Guards> demands) {
        return IndexPlanner.selection(
                Overrides.DENY, children(IntStream.range(0, count).mapToObj(demands)), new Preparation());
    }

    private static Guards id(int place) {
        return demand(ID, "t" + place);
    }

    /** Those first demand an identifier each, the others nothing. */
    private static Selection demanding(int demanding, int count) {
        return selection(count, i -> i < demanding ? id(i) : Guards.NONE);
    }

    @Test
    void three_children_are_as_quickly_looked_at_and_four_get_an_index() {
        assertThat(asked(demanding(3, 3), NOBODY)).containsExactly("c0", "c1", "c2");
        assertThat(asked(demanding(4, 4), NOBODY)).isEmpty();
    }

    @Test
    void an_index_leaves_out_two_of_five_children_at_least() {
        assertThat(asked(demanding(5, 10), NOBODY)).containsExactly("c5", "c6", "c7", "c8", "c9");
        assertThat(asked(demanding(4, 10), NOBODY)).hasSize(10);
        assertThat(asked(demanding(50, 100), NOBODY)).hasSize(50);
        assertThat(asked(demanding(40, 100), NOBODY)).hasSize(100);
    }

    @Test
    void children_that_demand_nothing_are_all_looked_at() {
        assertThat(asked(demanding(0, 10), NOBODY)).hasSize(10);
        assertThat(asked(demanding(0, 100), NOBODY)).hasSize(100);
    }

    @Test
    void one_attribute_is_looked_up_and_several_are_tried_one_after_the_other() {
        assertThat(demanding(10, 10)).isInstanceOf(Index.class);
        IntFunction<Guards> both = i -> all(id(i), demand(ACTION, "a" + i % 2));
        var byBoth = selection(10, both);
        assertThat(byBoth).isInstanceOf(MaskIndex.class);
        assertThat(byBoth.demand()).isEqualTo("each demands another value of `id` or `action`");
        var byEither = selection(10, i -> mixed(id(i), demand(ACTION, "a" + i)));
        assertThat(byEither).isInstanceOf(MaskIndex.class);
        assertThat(asked(byEither, "resource id string t1", "action action string a7"))
                .containsExactly("c1!", "c7!");
    }

    @Test
    void up_to_64_children_may_be_told_by_several_attributes_and_more_only_by_the_best() {
        IntFunction<Guards> both = i -> all(demand(ACTION, "a" + i % 2), id(i));
        assertThat(selection(64, both)).isInstanceOf(MaskIndex.class);
        var many = selection(65, both);
        assertThat(many).isInstanceOf(Index.class);
        assertThat(many.demand()).isEqualTo("each demands another value of `id`");
    }

    @Test
    void many_children_that_demand_one_attribute_or_another_are_all_looked_at() {
        var either = selection(65, i -> mixed(id(i), demand(ACTION, "a" + i)));
        assertThat(asked(either, "resource id string t1", "action action string a7"))
                .hasSize(65);
    }

    @Test
    void where_targets_count_an_index_looks_at_those_alone() {
        var children = IntStream.range(0, 10)
                .mapToObj(i -> new GuardedChild(new Demands.Named("c" + i), id(i), Guards.NONE))
                .toList();
        assertThat(asked(IndexPlanner.selection(Overrides.DENY, children, new Preparation()), NOBODY))
                .isEmpty();
        assertThat(asked(IndexPlanner.selection(new OnlyOneApplicable(), children, new Preparation()), NOBODY))
                .hasSize(10);
    }

    private static List<Set<TextKey>> clusters(Guards... demands) {
        return IndexPlanner.clusters(Stream.of(demands).map(Guards::clauses).flatMap(Collection::stream))
                .toList();
    }

    @Test
    void attributes_that_stand_in_one_demand_are_looked_at_together() {
        assertThat(clusters(demand(ID, "a"), demand(ACTION, "r"), demand(ID, "b")))
                .containsExactlyInAnyOrder(Set.of(ID), Set.of(ACTION));
        assertThat(clusters(demand(ROLE, "r"), demand(ID, "a"), mixed(demand(ID, "a"), demand(ACTION, "r"))))
                .containsExactlyInAnyOrder(Set.of(ROLE), Set.of(ID, ACTION));
        assertThat(clusters(
                        mixed(demand(ID, "a"), demand(ACTION, "r")),
                        mixed(demand(KIND, "k"), demand(ROLE, "x")),
                        mixed(demand(ACTION, "r"), demand(KIND, "k"))))
                .containsExactly(Set.of(ID, ACTION, KIND, ROLE));
        assertThat(clusters()).isEmpty();
    }

    @Test
    void an_attribute_that_two_of_five_children_demand_something_of_may_tell_many_apart() {
        var guards = List.of(
                demand(ID, "a"),
                all(demand(ID, "b"), demand(ID, "c"), demand(ACTION, "r")),
                mixed(demand(KIND, "k"), demand(ROLE, "r")),
                mixed(demand(KIND, "k"), demand(ROLE, "r")),
                demand(KIND, "k"));
        assertThat(IndexPlanner.alone(guards)).containsExactly(Set.of(ID));
    }

    private static List<Set<TextKey>> chosen(Column... columns) {
        return IndexPlanner.chosen(List.of(columns)).stream().map(Column::keys).toList();
    }

    private static Column told(TextKey key) {
        return Column.of(Set.of(key), List.of(demand(key, "a")));
    }

    private static Column doubtful(TextKey key) {
        return Column.of(Set.of(key), List.of(required(key, "a")));
    }

    @Test
    void the_best_column_is_chosen_and_of_the_others_those_that_tell_most_targets() {
        assertThat(chosen(doubtful(ID), told(KIND), doubtful(ACTION))).containsExactly(Set.of(ID), Set.of(KIND));
    }

    @Test
    void subjects_come_last_and_four_columns_are_enough() {
        assertThat(chosen(told(ROLE), told(KIND), told(ID))).containsExactly(Set.of(KIND), Set.of(ID), Set.of(ROLE));
        var five = IntStream.range(0, 5)
                .mapToObj(i -> told(key("resource", "k" + i)))
                .toArray(Column[]::new);
        assertThat(chosen(five)).hasSize(4).doesNotContain(five[4].keys());
    }
}

package no.klarert.policy.plan;

import static no.klarert.policy.plan.Demands.ACTION;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.KIND;
import static no.klarert.policy.plan.Demands.all;
import static no.klarert.policy.plan.Demands.demand;
import static no.klarert.policy.plan.Demands.key;
import static no.klarert.policy.plan.Demands.mixed;
import static no.klarert.policy.plan.Demands.required;
import static no.klarert.policy.plan.Demands.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a child demands follows from what its parts demand, and is never more than that. */
class GuardsTest {
    private static Guards any(Guards... parts) {
        return Guards.any(List.of(parts));
    }

    private static Guard guard(boolean absentFails, String... texts) {
        return new Guard(Set.of(texts), absentFails);
    }

    @Test
    void a_match_tells_all_there_is_unless_an_absent_attribute_is_an_error() {
        assertThat(demand(ID, "a"))
                .isEqualTo(new Guards(List.of(new Clause(Map.of(ID, guard(true, "a")), true)), true));
        assertThat(required(ID, "a"))
                .isEqualTo(new Guards(List.of(new Clause(Map.of(ID, guard(false, "a")), false)), false));
    }

    @Test
    void all_of_the_parts_are_demanded_and_tell_all_there_is_if_each_does() {
        var both = all(demand(ID, "a"), demand(ACTION, "r"));
        assertThat(both.clauses()).extracting(Clause::keys).containsExactly(Set.of(ID), Set.of(ACTION));
        assertThat(both.exact()).isTrue();
        assertThat(all(demand(ID, "a"), required(ACTION, "r")).exact()).isFalse();
    }

    @Test
    void no_alternatives_demand_nothing_and_a_single_one_what_it_demands() {
        assertThat(any()).isEqualTo(Guards.NONE);
        var single = all(demand(ID, "a"), demand(ACTION, "r"));
        assertThat(any(single)).isEqualTo(single);
        assertThat(mixed(single)).isEqualTo(single);
    }

    @Test
    void alternatives_demand_one_of_their_texts_of_an_attribute_they_share() {
        assertThat(any(demand(ID, "a", "b"), demand(ID, "b", "c")))
                .isEqualTo(new Guards(List.of(new Clause(Map.of(ID, guard(true, "a", "b", "c")), true)), true));
    }

    @Test
    void alternatives_that_demand_more_than_one_thing_are_not_told_by_what_they_share() {
        var more = any(all(demand(ID, "a"), demand(ACTION, "r")), demand(ID, "b"));
        assertThat(more).isEqualTo(new Guards(List.of(new Clause(Map.of(ID, guard(true, "a", "b")), false)), false));
    }

    @Test
    void alternatives_that_share_two_attributes_demand_something_of_both_and_are_not_told_by_it() {
        var crossed = any(
                all(demand(ID, "a"), demand(ACTION, "r")),
                all(demand(ACTION, "w"), demand(KIND, "k"), demand(ID, "b")));
        assertThat(crossed.clauses())
                .containsExactly(
                        new Clause(Map.of(ID, guard(true, "a", "b")), false),
                        new Clause(Map.of(ACTION, guard(true, "r", "w")), false));
        assertThat(crossed.exact()).isFalse();
    }

    @Test
    void an_attribute_that_must_be_present_for_one_alternative_may_not_be_absent_unnoticed() {
        var merged = any(demand(ID, "a"), required(ID, "b"));
        assertThat(merged).isEqualTo(new Guards(List.of(new Clause(Map.of(ID, guard(false, "a", "b")), false)), false));
    }

    @Test
    void of_several_demands_on_one_attribute_the_narrowest_counts() {
        var twice = all(demand(ID, "a", "b", "c"), demand(ID, "a", "d"), demand(ID, texts(0, 9)));
        assertThat(twice.guard(ID)).contains(guard(true, "a", "d"));
        assertThat(twice.guard(ACTION)).isEmpty();
        assertThat(any(twice, demand(ID, "e")).guard(ID)).contains(guard(true, "a", "d", "e"));
    }

    @Test
    void alternatives_without_an_attribute_in_common_demand_nothing_alone() {
        assertThat(any(demand(ID, "a"), demand(ACTION, "r")).clauses()).isEmpty();
        assertThat(any(demand(ID, "a"), Guards.NONE).clauses()).isEmpty();
    }

    @Test
    void alternatives_without_an_attribute_in_common_demand_one_or_the_other() {
        var either = mixed(demand(ID, "a"), demand(ACTION, "r"), demand(ID, "b"));
        var clause = new Clause(Map.of(ID, guard(true, "a", "b"), ACTION, guard(true, "r")), true);
        assertThat(either).isEqualTo(new Guards(List.of(clause), true));
        assertThat(either.guard(ID)).isEmpty();
        assertThat(clause.isOf(ID)).isFalse();
        assertThat(mixed(demand(ID, "a"), required(ACTION, "r")).exact()).isFalse();
        assertThat(mixed(demand(ID, "a"), Guards.NONE)).isEqualTo(Guards.NONE);
    }

    @Test
    void alternatives_with_an_attribute_in_common_are_not_mixed() {
        var shared = mixed(all(demand(ID, "a"), demand(ACTION, "r")), demand(ID, "b"));
        assertThat(shared.clauses()).extracting(Clause::keys).containsExactly(Set.of(ID));
    }

    @Test
    void a_clause_of_one_attribute_is_of_that_alone() {
        var clause = demand(ID, "a").clauses().get(0);
        assertThat(clause.isOf(ID)).isTrue();
        assertThat(clause.isOf(ACTION)).isFalse();
    }

    @Test
    void a_mixed_demand_shared_by_alternatives_is_of_no_attribute_alone() {
        var either = mixed(demand(ID, "a"), demand(ACTION, "r"));
        assertThat(any(either, either).clauses()).isEmpty();
        var more = all(either, demand(KIND, "k"));
        assertThat(any(more, more).clauses()).extracting(Clause::keys).containsExactly(Set.of(KIND));
    }

    @Test
    void a_thousand_texts_are_kept_and_more_say_too_little() {
        assertThat(any(demand(ID, texts(0, 500)), demand(ID, texts(500, 1_000))).clauses())
                .singleElement()
                .satisfies(clause -> assertThat(clause.guards().values())
                        .singleElement()
                        .satisfies(guard -> assertThat(guard.texts()).hasSize(1_000)));
        assertThat(any(demand(ID, texts(0, 500)), demand(ID, texts(500, 1_001))).clauses())
                .isEmpty();
        assertThat(mixed(demand(ID, texts(0, 500)), demand(ACTION, texts(0, 500)))
                        .clauses())
                .hasSize(1);
        assertThat(mixed(demand(ID, texts(0, 500)), demand(ACTION, texts(0, 501))))
                .isEqualTo(Guards.NONE);
    }

    @Test
    void of_very_many_demands_the_first_are_kept_and_do_not_tell_all_there_is() {
        var keys = IntStream.range(0, Guards.MOST_CLAUSES + 1)
                .mapToObj(i -> key("resource", "id" + i))
                .toList();
        var demands = keys.stream().map(each -> demand(each, "a")).toList();
        var most = Guards.all(demands.subList(0, Guards.MOST_CLAUSES));
        assertThat(most.clauses()).hasSize(Guards.MOST_CLAUSES);
        assertThat(most.exact()).isTrue();
        var tooMany = Guards.all(demands);
        assertThat(tooMany.clauses()).isEqualTo(most.clauses());
        assertThat(tooMany.exact()).isFalse();
    }
}

package no.klarert.policy.plan;

import static no.klarert.policy.plan.Demands.ACTION;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.KIND;
import static no.klarert.policy.plan.Demands.all;
import static no.klarert.policy.plan.Demands.asked;
import static no.klarert.policy.plan.Demands.asking;
import static no.klarert.policy.plan.Demands.children;
import static no.klarert.policy.plan.Demands.demand;
import static no.klarert.policy.plan.Demands.known;
import static no.klarert.policy.plan.Demands.mixed;
import static no.klarert.policy.plan.Demands.names;
import static no.klarert.policy.plan.Demands.required;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which children each kind of index asks, and what is asked in their place: {@code !} stands for one without its target. */
class SelectionTest {
    private static Index index(Guards... demands) {
        return new Index(Column.of(Set.of(ID), List.of(demands)), children(Stream.of(demands)), new Preparation());
    }

    private static MaskIndex masks(List<Set<TextKey>> keys, Guards... demands) {
        var columns =
                keys.stream().map(each -> Column.of(each, List.of(demands))).toList();
        return new MaskIndex(columns, children(Stream.of(demands)));
    }

    private static List<String> shown(Selection selection, String... values) {
        return names(selection.shown(asking(values)));
    }

    @Test
    void an_index_asks_what_stands_under_the_text_without_its_target() {
        var index = index(demand(ID, "a"), demand(ID, "b"), Guards.NONE, demand(ID, "b"));
        assertThat(asked(index, "resource id string b")).containsExactly("c1!=b", "c2=b", "c3!=b");
        assertThat(asked(index, "resource id string x")).containsExactly("c2");
        assertThat(asked(index)).containsExactly("c2");
        assertThat(shown(index, "resource id string b")).containsExactly("c1", "c2", "c3");
        assertThat(shown(index)).containsExactly("c2");
        assertThat(names(index.all())).containsExactly("c0", "c1", "c2", "c3");
        assertThat(index.demand()).isEqualTo("each demands another value of `id`");
    }

    @Test
    void an_index_keeps_the_target_of_a_child_that_demands_more() {
        var index = index(demand(ID, "a"), all(demand(ID, "a"), demand(ACTION, "r")), required(ID, "a"));
        assertThat(asked(index, "resource id string a")).containsExactly("c0!=a", "c1=a", "c2=a");
        assertThat(asked(index)).containsExactly("c2");
        assertThat(shown(index)).containsExactly("c2");
    }

    @Test
    void an_index_asks_what_stands_under_any_of_several_texts_once() {
        var index = index(demand(ID, "a"), demand(ID, "b", "a"), demand(ID, "c"), Guards.NONE);
        assertThat(asked(index, "resource id string b", "resource id string a", "resource id string none"))
                .containsExactly("c0!", "c1!", "c3");
        assertThat(shown(index, "resource id string b", "resource id string a")).containsExactly("c0", "c1", "c3");
    }

    @Test
    void an_index_knows_the_only_child_under_a_text() {
        var index = index(demand(ID, "a"), demand(ID, "b"), demand(ID, "b"), demand(ID, "c"));
        assertThat(index.only(asking("resource id string a"))).isEqualTo(new Demands.Named("c0!=a"));
        assertThat(index.only(asking("resource id string b"))).isNull();
        assertThat(index.only(asking("resource id string x"))).isNull();
        assertThat(index.only(asking("resource id string a", "resource id string a")))
                .isNull();
        assertThat(index.only(asking())).isNull();
    }

    /** Sixteen children are always looked at, each of the others under a text of its own. */
    private static Index withSixteenAlways(int count) {
        return index(IntStream.range(0, count)
                .mapToObj(i -> i < 16 ? Guards.NONE : demand(ID, "t" + i))
                .toArray(Guards[]::new));
    }

    @Test
    void an_index_keeps_ready_up_to_sixteen_places_per_child() {
        assertThat(256 * (1 + 16)).isEqualTo(16 * 272);
        assertThat(asked(withSixteenAlways(272), "resource id string t20"))
                .hasSize(17)
                .contains("c20!=t20", "c0=t20");
        assertThat(asked(withSixteenAlways(273), "resource id string t20"))
                .hasSize(17)
                .contains("c20!", "c0");
    }

    @Test
    void masks_ask_those_that_every_column_admits() {
        var masks = masks(
                List.of(Set.of(ID), Set.of(ACTION)),
                all(demand(ID, "a"), demand(ACTION, "r")),
                all(demand(ID, "a"), demand(ACTION, "w")),
                all(demand(ID, "b"), demand(ACTION, "w")),
                demand(ID, "a"),
                all(demand(ID, "a"), demand(KIND, "k")));
        assertThat(asked(masks, "resource id string a", "action action string w"))
                .containsExactly("c1!", "c3!", "c4");
        assertThat(shown(masks, "resource id string a", "action action string w"))
                .containsExactly("c1", "c3", "c4");
        assertThat(asked(masks, "resource id string b", "action action string w"))
                .containsExactly("c2!");
        assertThat(asked(masks, "resource id string b", "action action string r"))
                .isEmpty();
        assertThat(asked(masks, "resource id string b", "resource id string a", "action action string w"))
                .containsExactly("c1!", "c2!", "c3!", "c4");
        assertThat(asked(masks, "resource id string a")).containsExactly("c3!", "c4");
        assertThat(asked(masks, "action action string w")).isEmpty();
        assertThat(names(masks.all())).hasSize(5);
        assertThat(masks.demand()).isEqualTo("each demands another value of `id` or `action`");
    }

    @Test
    void masks_ask_one_that_must_have_an_attribute_where_that_is_absent() {
        var masks = masks(List.of(Set.of(ID)), demand(ID, "a"), required(ID, "a"), demand(ID, "a"));
        assertThat(asked(masks)).containsExactly("c1");
        assertThat(asked(masks, "resource id string x")).isEmpty();
    }

    @Test
    void masks_by_one_attribute_or_another_ask_those_that_either_admits() {
        var masks = masks(
                List.of(Set.of(ID, ACTION)),
                mixed(demand(ID, "a"), demand(ACTION, "r")),
                demand(ID, "b"),
                demand(ACTION, "r"));
        assertThat(asked(masks, "resource id string a", "action action string w"))
                .containsExactly("c0!");
        assertThat(asked(masks, "resource id string b", "action action string r"))
                .containsExactly("c0!", "c1!", "c2!");
        assertThat(masks.demand()).contains("`id`", "`action`", " or ");
    }

    @Test
    void masks_have_the_array_of_a_single_child_ready() {
        var masks = masks(List.of(Set.of(ID)), demand(ID, "a"), demand(ID, "b"), demand(ID, "b"));
        var request = asking("resource id string a");
        assertThat(masks.children(request)).isSameAs(masks.children(asking("resource id string a")));
        assertThat(masks.children(asking())).isSameAs(masks.children(asking("resource id string x")));
    }

    @Test
    void masks_reach_as_far_as_64_children() {
        var demands =
                IntStream.range(0, 64).mapToObj(i -> demand(ID, "t" + i / 2)).toArray(Guards[]::new);
        var masks = masks(List.of(Set.of(ID)), demands);
        assertThat(asked(masks, "resource id string t31")).containsExactly("c62!", "c63!");
        assertThat(asked(masks, "resource id string t0")).containsExactly("c0!", "c1!");
    }

    @Test
    void masks_forget_a_column_that_admits_everyone_under_a_known_text() {
        var masks = masks(
                List.of(Set.of(ID), Set.of(ACTION)),
                all(demand(ID, "a"), demand(ACTION, "r")),
                all(demand(ID, "a", "b"), demand(ACTION, "w")),
                demand(ACTION, "r"));
        var knowing = masks.knowing(known(ID, "a"));
        assertThat(knowing.demand()).isEqualTo("each demands another value of `action`");
        assertThat(asked(knowing, "action action string r")).containsExactly("c0!", "c2!");
        assertThat(names(knowing.all())).containsExactly("c0", "c1", "c2");
        assertThat(masks.knowing(known(ID, "b"))).isSameAs(masks);
        assertThat(masks.knowing(known(ID, "x"))).isSameAs(masks);
        assertThat(masks.knowing(known(ACTION, "r"))).isSameAs(masks);
        assertThat(masks.knowing(known(KIND, "a"))).isSameAs(masks);
        assertThat(asked(masks.knowing(known(ID, "a")).knowing(known(ACTION, "r")), "action action string r"))
                .containsExactly("c0!", "c2!");
    }

    @Test
    void masks_keep_a_column_of_several_attributes_whatever_is_known() {
        var either = mixed(demand(ID, "a"), demand(ACTION, "r"));
        var masks = masks(List.of(Set.of(ID, ACTION)), either, either);
        assertThat(masks.knowing(known(ID, "a"))).isSameAs(masks);
    }

    @Test
    void without_an_index_every_child_is_asked_and_knows_what_is_known() {
        var everything = Selection.everything(new Child[] {new Demands.Named("c0"), new Demands.Named("c1")});
        assertThat(asked(everything)).containsExactly("c0", "c1");
        assertThat(shown(everything)).containsExactly("c0", "c1");
        assertThat(asked(everything.knowing(known(ID, "a")))).containsExactly("c0=a", "c1=a");
        assertThat(everything.demand()).isEmpty();
    }
}

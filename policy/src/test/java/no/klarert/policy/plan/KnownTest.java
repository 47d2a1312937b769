package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.asked;
import static no.klarert.policy.plan.Demands.demand;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.Dialect;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.value.BooleanValue;
import org.junit.jupiter.api.Test;

/** Making a plan quicker for a text keeps what is shared shared, and comes to an end before it takes much memory. */
class KnownTest {
    private static final PolicyTree TREE =
            compiled(policy("deny-overrides", permit("r")), Dialect.STANDARD).source();
    private static final Duties NONE = new Duties.None();
    private static final Child LEAF = new Demands.Named("leaf");

    private final Preparation preparation = new Preparation();
    private final Known known = new Known(ID, "a", preparation);

    private static Child set(Child... children) {
        return new PolicyNode(TREE, Constant.TRUE, Overrides.DENY, Selection.everything(children), NONE, NONE);
    }

    private int lookedAt() {
        return Preparation.MOST_NODES - preparation.left();
    }

    @Test
    void what_is_referred_to_in_many_places_is_looked_at_once() {
        int levels = 40;
        var child = set(LEAF, LEAF);
        for (int level = 1; level < levels; level++) {
            child = set(child, new VariableScope(1, child));
        }
        assertThat(child.knowing(known)).isNotSameAs(child);
        assertThat(lookedAt()).isEqualTo(2 * levels);
    }

    @Test
    void what_is_referred_to_in_many_places_is_still_one() {
        var shared = set(LEAF);
        var scope = new VariableScope(1, shared);
        var quicker = Selection.everything(new Child[] {shared, shared, scope, scope})
                .knowing(known)
                .all();
        assertThat(quicker[0]).isNotSameAs(shared).isSameAs(quicker[1]);
        assertThat(quicker[2]).isSameAs(quicker[3]);
        assertThat(((VariableScope) quicker[2]).policy()).isSameAs(quicker[0]);
    }

    @Test
    void what_cannot_be_made_quicker_stays_as_it_is() {
        var set = set(Verdict.PERMIT, set(Verdict.DENY), new VariableScope(1, set(Verdict.PERMIT)));
        assertThat(set.knowing(known)).isSameAs(set);
        var match = new TextMatchNode(ID.slot(), ID.form(), TextTest.of(ID.form(), Set.of("b")), BooleanValue.FALSE);
        var both = new TextConjunction(List.of(match, match));
        assertThat(both.knowing(known)).isSameAs(both);
    }

    @Test
    void no_more_is_made_quicker_than_there_is_room_for() {
        var selection = Selection.everything(new Child[] {LEAF, LEAF, LEAF});
        assertThat(asked(selection.knowing(new Known(ID, "a", new Preparation(4)))))
                .containsExactly("leaf=a", "leaf=a", "leaf=a");
        assertThat(selection.knowing(new Known(ID, "a", new Preparation(3)))).isSameAs(selection);
    }

    @Test
    void an_index_without_room_asks_the_same_children_as_they_are() {
        var demands = List.of(demand(ID, "a"), demand(ID, "a", "b"), demand(ID, "c"));
        var children = IntStream.range(0, 3)
                .mapToObj(i -> new GuardedChild(new Demands.Named("c" + i), demands.get(i), Guards.NONE))
                .toList();
        var column = Column.of(Set.of(ID), demands);
        var roomy = new Index(column, children, new Preparation());
        var full = new Index(column, children, new Preparation(0));
        assertThat(asked(roomy, "resource id string a")).containsExactly("c0=a", "c1=a");
        assertThat(asked(full, "resource id string a")).containsExactly("c0", "c1");
        assertThat(Stream.of("b", "c", "d").map(text -> asked(full, "resource id string " + text)))
                .containsExactly(List.of("c1"), List.of("c2"), List.of());
    }
}

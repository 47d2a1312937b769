package no.klarert.policy.plan;

import static no.klarert.policy.plan.Demands.ACTION;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.asking;
import static no.klarert.policy.plan.Demands.known;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.Xacml;
import no.klarert.policy.function.Functions;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import org.junit.jupiter.api.Test;

/** What nodes know when they are planned: which cannot fail, what is tried first, and what need not be tried at all. */
class PlannedNodesTest {
    private static final Failure MISSING = Failure.processing("missing");
    private static final Position HERE = new Position(1, 1);

    private static TextMatchNode match(TextKey key, Result whenAbsent, String... texts) {
        return new TextMatchNode(key.slot(), key.form(), TextTest.of(key.form(), Set.of(texts)), whenAbsent);
    }

    private static TextMatchNode match(TextKey key, String... texts) {
        return match(key, BooleanValue.FALSE, texts);
    }

    /** A node that notes that it was evaluated, and can fail. */
    private record Noted(String name, Result result, List<String> notes) implements Node {
        @Override
        public Result evaluate(Evaluation evaluation) {
            notes.add(name);
            return result;
        }

        @Override
        public Step explain(Explaining why) {
            return Explaining.step(name, "", "", Step.NOWHERE, List.of());
        }
    }

    private static Noted failing() {
        return new Noted("failing", MISSING, new ArrayList<>());
    }

    @Test
    void a_match_cannot_fail_unless_the_attribute_must_be_present() {
        assertThat(match(ID, "a").isCertain()).isTrue();
        assertThat(match(ID, MISSING, "a").isCertain()).isFalse();
        assertThat(failing().isCertain()).isFalse();
    }

    @Test
    void what_is_made_of_parts_cannot_fail_if_none_of_them_can() {
        var certain = match(ID, "a");
        var orCertain = OrNode.of(List.of(certain, match(ACTION, "r")));
        assertThat(orCertain.isCertain()).isTrue();
        assertThat(OrNode.of(List.of(certain, failing())).isCertain()).isFalse();
        assertThat(AndNode.of(List.of(certain, orCertain)).isCertain()).isTrue();
        assertThat(AndNode.of(List.of(certain, failing())).isCertain()).isFalse();
        assertThat(AndNode.of(List.of(certain, match(ACTION, "r"))))
                .isInstanceOf(TextConjunction.class)
                .returns(true, Node::isCertain);
    }

    private static List<String> order(Node... parts) {
        var why = new Explaining(asking());
        return AndNode.of(List.of(parts)).explain(why).parts().stream()
                .map(Step::what)
                .toList();
    }

    @Test
    void a_conjunction_tries_comparisons_with_one_text_first_and_what_can_fail_last() {
        var same = match(ID, "a");
        var oneOf = match(ACTION, "r", "w");
        var either = OrNode.of(List.of(same, oneOf));
        assertThat(order(failing(), either, oneOf, same))
                .containsExactly("`id` is `a`", "any of", "`action` is one of `r`, `w`", "failing");
        assertThat(order(oneOf, same)).containsExactly("`id` is `a`", "`action` is one of `r`, `w`");
        assertThat(order(failing(), oneOf)).containsExactly("`action` is one of `r`, `w`", "failing");
    }

    @Test
    void a_conjunction_does_not_try_what_can_fail_where_a_part_that_cannot_is_false() {
        var notes = new ArrayList<String>();
        var both = AndNode.of(List.of(new Noted("slow", MISSING, notes), match(ID, "a")));
        assertThat(both.evaluate(asking("resource id string b"))).isEqualTo(BooleanValue.FALSE);
        assertThat(notes).isEmpty();
        assertThat(both.evaluate(asking("resource id string a"))).isEqualTo(MISSING);
        assertThat(notes).containsExactly("slow");
    }

    @Test
    void a_match_need_not_be_tried_where_its_text_is_known() {
        var match = match(ID, "a", "b");
        assertThat(match.knowing(known(ID, "a"))).isEqualTo(Constant.TRUE);
        assertThat(match.knowing(known(ID, "c"))).isSameAs(match);
        assertThat(match.knowing(known(ACTION, "a"))).isSameAs(match);
        assertThat(match.knowing(known(new TextKey(ID.slot(), TextForm.LOWERED), "a")))
                .isSameAs(match);
    }

    @Test
    void of_a_conjunction_only_the_parts_are_tried_that_are_not_known() {
        var action = match(ACTION, "r");
        var both = AndNode.of(List.of(match(ID, "a"), action));
        assertThat(both.knowing(known(ID, "a"))).isSameAs(action);
        assertThat(both.knowing(known(ID, "b")).evaluate(asking("resource id string a", "action action string r")))
                .isEqualTo(BooleanValue.TRUE);
        assertThat(both.knowing(known(ID, "a")).knowing(known(ACTION, "r"))).isEqualTo(Constant.TRUE);
    }

    private static Expression literal(String text) {
        return new AttributeValue(HERE, Xacml.TYPE_STRING, text);
    }

    @Test
    void a_call_with_constants_is_made_once_while_planning_as_far_as_there_is_work_for_it() {
        var function = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
        assertThat(Functions.find(function)).isPresent();
        var call = new Apply(HERE, function, List.of(literal("a"), literal("a")));
        var slots = new Slots();
        assertThat(new ExpressionPlanner(slots, List.of()).node(call)).isEqualTo(Constant.TRUE);
        slots.whilePlanning().spends(Evaluation.MOST_WORK);
        var later = new ExpressionPlanner(slots, List.of()).node(call);
        assertThat(later).isInstanceOf(ApplyNode.class);
        assertThat(later.evaluate(asking())).isEqualTo(BooleanValue.TRUE);
    }

    @Test
    void duties_of_constants_are_made_once() {
        var fixed = new Duty(
                "o",
                List.of(new Duty.Assignment("a", Optional.empty(), Optional.empty(), new Constant(BooleanValue.TRUE))));
        var computed = new Duty("o", List.of(new Duty.Assignment("a", Optional.empty(), Optional.empty(), failing())));
        var effect = Effect.PERMIT;
        assertThat(Duties.of(effect, List.of(fixed), List.of(fixed))).isInstanceOf(Duties.Fixed.class);
        assertThat(Duties.of(effect, List.of(fixed), List.of(computed))).isInstanceOf(Duties.Computed.class);
        assertThat(Duties.of(effect, List.of(computed), List.of(fixed))).isInstanceOf(Duties.Computed.class);
        assertThat(Duties.of(effect, List.of(), List.of())).isInstanceOf(Duties.None.class);
    }

    @Test
    void a_text_form_is_found_by_its_function() {
        for (var form : TextForm.values()) {
            assertThat(Functions.find(form.functionId())).isPresent();
            assertThat(TextForm.of(form.functionId())).contains(form);
        }
        assertThat(TextForm.of("")).isEmpty();
    }

    @Test
    void an_explanation_shows_twelve_values_and_how_many_more_there_are() {
        var twelve = IntStream.range(0, 12).mapToObj(String::valueOf).toList();
        assertThat(Explaining.listed(List.of(), 0)).isEqualTo("nothing");
        assertThat(Explaining.listed(twelve, 12))
                .isEqualTo("`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`");
        var thirteen = IntStream.range(0, 13).mapToObj(String::valueOf).toList();
        assertThat(Explaining.listed(thirteen, 13)).endsWith(", `11` and 1 more");
        assertThat(Explaining.listed(thirteen, 40)).endsWith(", `11` and 28 more");
    }

    @Test
    void an_explanation_has_twenty_thousand_steps_and_says_that_there_are_more() {
        var why = new Explaining(asking());
        var step = Explaining.step("part", "", "", Step.NOWHERE, List.of());
        var parts = IntStream.range(0, 10_000).boxed().toList();
        assertThat(why.each(List.of(), part -> step)).isEmpty();
        assertThat(why.each(parts, part -> step)).hasSize(10_000).containsOnly(step);
        assertThat(why.withVariables(0).each(parts, part -> step))
                .hasSize(10_000)
                .containsOnly(step);
        assertThat(why.each(parts, part -> step))
                .singleElement()
                .returns("more", Step::what)
                .returns("not shown", Step::outcome);
    }

    @Test
    void an_explanation_names_what_a_match_came_to() {
        assertThat(Explaining.match(BooleanValue.TRUE)).isEqualTo("matches");
        assertThat(Explaining.match(BooleanValue.FALSE)).isEqualTo("does not match");
        assertThat(Explaining.match(MISSING)).isEqualTo("Indeterminate: missing");
    }
}

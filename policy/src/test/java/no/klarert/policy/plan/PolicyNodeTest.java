package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.Demands.ID;
import static no.klarert.policy.plan.Demands.asking;
import static no.klarert.policy.plan.Demands.demand;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.PolicySetXml;
import no.klarert.policy.plan.CombiningAlgorithms.Use;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quick ways through policies and rules are taken where they come to the same, and only there. */
class PolicyNodeTest {
    private static final PolicyTree TREE =
            compiled(policy("deny-overrides", permit("r")), Dialect.STANDARD).source();
    private static final Duties NONE = new Duties.None();
    private static final Duties SOME =
            new Duties.Fixed(new Verdict(Kind.PERMIT, null, List.of(new Obligation("o", List.of())), List.of()));
    private static final Failure FAILURE = Failure.processing("error");
    private static final Node DOUBTFUL =
            new TextMatchNode(ID.slot(), ID.form(), TextTest.of(ID.form(), Set.of("t0")), FAILURE);
    private static final Node CERTAIN =
            new TextMatchNode(ID.slot(), ID.form(), TextTest.of(ID.form(), Set.of("t0")), BooleanValue.FALSE);

    /** Verdicts, each under a text of its own: {@code t0}, {@code t1} and so on. */
    private static Index index(Verdict... verdicts) {
        var demands = IntStream.range(0, verdicts.length)
                .mapToObj(i -> demand(ID, "t" + i))
                .toList();
        var children = IntStream.range(0, verdicts.length)
                .mapToObj(i -> new GuardedChild(verdicts[i], demands.get(i), demands.get(i)))
                .toList();
        return new Index(Column.of(Set.of(ID), demands), children, new Preparation());
    }

    private static PolicyNode node(Node target, Combiner combiner, Selection children, Duties permit, Duties deny) {
        return new PolicyNode(TREE, target, combiner, children, permit, deny);
    }

    @Test
    void a_set_that_only_finds_policies_asks_the_one_it_finds_at_once() {
        var index = index(Verdict.PERMIT, Verdict.DENY);
        assertThat(node(Constant.TRUE, Overrides.DENY, index, NONE, NONE).quickest())
                .isInstanceOf(Directory.class);
        for (var slower : List.of(
                node(CERTAIN, Overrides.DENY, index, NONE, NONE),
                node(Constant.TRUE, Unless.DENY_UNLESS_PERMIT, index, NONE, NONE),
                node(Constant.TRUE, Overrides.DENY, index, SOME, NONE),
                node(Constant.TRUE, Overrides.DENY, index, NONE, SOME),
                node(Constant.TRUE, Overrides.DENY, Selection.everything(index.all()), NONE, NONE))) {
            assertThat(slower.quickest()).isSameAs(slower);
        }
    }

    @Test
    void a_directory_counts_the_work_of_asking_one_policy() {
        var directory = node(Constant.TRUE, Overrides.DENY, index(Verdict.PERMIT, Verdict.DENY), NONE, NONE)
                .quickest();
        var request = RequestIndex.of(request("resource id string t1").attributes());
        assertThat(directory.evaluate(new Evaluation(request, 0, 1))).isEqualTo(Verdict.DENY);
        assertThat(directory.evaluate(new Evaluation(request, 0, 0)).failure()).isEqualTo(Call.TOO_MUCH);
        var once = new Evaluation(request, 0, 5);
        assertThat(directory.evaluate(once)).isEqualTo(Verdict.DENY);
        assertThat(once.spends(4)).isTrue();
        assertThat(once.spends(1)).isFalse();
        assertThat(directory.evaluate(asking("resource id string none"))).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void a_directory_names_the_policies_that_decided() {
        var members = IntStream.range(0, 6)
                .mapToObj(i -> PolicySetXml.policy(
                        "p" + i, "deny-overrides", only(equal("resource", "id", "t" + i)), permit("r")))
                .toArray(String[]::new);
        var set = PolicySetXml.policySet("inner", "deny-overrides", members);
        var outer = compiled(PolicySetXml.policySet("outer", "deny-overrides", set), Dialect.STANDARD);
        assertThat(outer.evaluateNamingPolicies(request("resource id string t3"))
                        .policies())
                .extracting(PolicyIdentifier::id)
                .containsExactly("p3", "inner", "outer");
    }

    @Test
    void a_policy_without_a_target_is_the_same_where_its_target_is_known_to_match() {
        var index = index(Verdict.PERMIT);
        var without = node(Constant.TRUE, Overrides.DENY, index, NONE, NONE);
        assertThat(without.assumingTarget()).isSameAs(without);
        var with = node(new Constant(BooleanValue.FALSE), Overrides.DENY, index, NONE, NONE);
        var request = asking("resource id string t0");
        assertThat(with.evaluate(request)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(with.assumingTarget().evaluate(request)).isEqualTo(Verdict.PERMIT);
    }

    private static Verdict said(Kind kind) {
        return switch (kind) {
            case PERMIT, DENY, NOT_APPLICABLE -> new Verdict(kind, null, List.of(), List.of());
            case INDETERMINATE_PERMIT, INDETERMINATE_DENY, INDETERMINATE_EITHER -> Verdict.indeterminate(kind, FAILURE);
        };
    }

    @Test
    void an_algorithm_passes_on_only_if_a_child_that_is_alone_decides_whatever_it_says() {
        for (var use : Use.values()) {
            for (var id : CombiningAlgorithms.ids(use)) {
                var combiner = CombiningAlgorithms.standard(id, use);
                assertThat(Stream.of(Kind.values()).map(PolicyNodeTest::said))
                        .as(id)
                        .allMatch(verdict -> !combiner.passesOn()
                                || combiner.combine(new Child[] {verdict}, asking())
                                        .equals(verdict));
            }
        }
        assertThat(List.of(Overrides.DENY, Overrides.PERMIT, new FirstApplicable()))
                .allMatch(Combiner::passesOn);
        assertThat(List.of(Unless.DENY_UNLESS_PERMIT, new OnlyOneApplicable(), LegacyOverrides.DENY))
                .noneMatch(Combiner::passesOn);
    }

    @Test
    void algorithms_are_listed_by_what_they_combine() {
        assertThat(CombiningAlgorithms.ids(Use.RULES)).hasSize(11).allMatch(id -> id.contains(":rule-combining-"));
        assertThat(CombiningAlgorithms.ids(Use.POLICIES)).hasSize(12).allMatch(id -> id.contains(":policy-combining-"));
    }

    @Test
    void only_current_algorithms_are_of_altinns_dialect() {
        var rule = "urn:oasis:names:tc:xacml:%s:rule-combining-algorithm:%s";
        assertThat(CombiningAlgorithms.isAltinn(rule.formatted("3.0", "deny-overrides")))
                .isTrue();
        assertThat(CombiningAlgorithms.isAltinn(rule.formatted("1.0", "deny-overrides")))
                .isFalse();
        assertThat(CombiningAlgorithms.isAltinn("deny-overrides")).isFalse();
    }

    private static RuleNode rule(Effect effect, Node target, Node condition, Duties duties) {
        var rule = new Rule(
                TREE.position(),
                "r",
                effect,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return new RuleNode(rule, target, condition, duties);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void a_rule_can_only_say_its_effect_if_it_cannot_fail_and_has_neither_condition_nor_duties(Effect effect) {
        var own = Verdict.of(effect).kind();
        var other = effect == Effect.PERMIT ? Kind.DENY : Kind.PERMIT;
        assertThat(rule(effect, CERTAIN, Constant.TRUE, NONE).canOnlySay(own)).isTrue();
        assertThat(rule(effect, CERTAIN, Constant.TRUE, NONE).canOnlySay(other)).isFalse();
        assertThat(rule(effect, DOUBTFUL, Constant.TRUE, NONE).canOnlySay(own)).isFalse();
        assertThat(rule(effect, CERTAIN, CERTAIN, NONE).canOnlySay(own)).isFalse();
        assertThat(rule(effect, CERTAIN, Constant.TRUE, SOME).canOnlySay(own)).isFalse();
    }

    @Test
    void a_verdict_with_advice_or_obligations_says_more_than_its_kind() {
        var obligations = List.of(new Obligation("o", List.of()));
        var advice = List.of(new Advice("a", List.of()));
        assertThat(Verdict.PERMIT.canOnlySay(Kind.PERMIT)).isTrue();
        assertThat(Verdict.PERMIT.canOnlySay(Kind.DENY)).isFalse();
        assertThat(Verdict.PERMIT.and(obligations, List.of()).canOnlySay(Kind.PERMIT))
                .isFalse();
        assertThat(Verdict.PERMIT.and(List.of(), advice).canOnlySay(Kind.PERMIT))
                .isFalse();
    }
}

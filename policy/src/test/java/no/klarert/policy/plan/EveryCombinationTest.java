package no.klarert.policy.plan;

import static no.klarert.policy.plan.Verdict.Kind.DENY;
import static no.klarert.policy.plan.Verdict.Kind.INDETERMINATE_DENY;
import static no.klarert.policy.plan.Verdict.Kind.INDETERMINATE_EITHER;
import static no.klarert.policy.plan.Verdict.Kind.INDETERMINATE_PERMIT;
import static no.klarert.policy.plan.Verdict.Kind.NOT_APPLICABLE;
import static no.klarert.policy.plan.Verdict.Kind.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.Obligation;
import no.klarert.policy.plan.CombiningAlgorithms.Use;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each combining algorithm on every sequence of up to three verdicts: the decision is the one that XACML 3.0 appendix C gives, the
 * error is the first one met, and the duties are those of the children that agree with the decision. Children know where they
 * stand: duties and errors carry their place.
 */
class EveryCombinationTest {
    private static final List<List<Kind>> SEQUENCES = sequences(3);

    /** Appendix C as it is written: the decision for what the children say, and nothing else. */
    private interface Rule {
        Kind decide(List<Kind> said);
    }

    private static List<List<Kind>> sequences(int longest) {
        var all = new ArrayList<List<Kind>>();
        all.add(List.of());
        for (int from = 0, length = 0; length < longest; length++) {
            int to = all.size();
            for (var shorter : List.copyOf(all.subList(from, to))) {
                for (var kind : Kind.values()) {
                    all.add(Stream.concat(shorter.stream(), Stream.of(kind)).toList());
                }
            }
            from = to;
        }
        return all;
    }

    private static Verdict child(Kind kind, int place) {
        return switch (kind) {
            case PERMIT, DENY ->
                new Verdict(
                        kind,
                        null,
                        List.of(new Obligation("o" + place, List.of())),
                        List.of(new Advice("n" + place, List.of())));
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
            case INDETERMINATE_PERMIT, INDETERMINATE_DENY, INDETERMINATE_EITHER ->
                Verdict.indeterminate(kind, Failure.processing("error " + place));
        };
    }

    private static Verdict combined(Combiner combiner, List<Kind> said) {
        var children = new Child[said.size()];
        for (int i = 0; i < children.length; i++) {
            children[i] = child(said.get(i), i);
        }
        return combiner.combine(children, Evaluation.OF_CONSTANTS);
    }

    private static void assertAlways(String id, Use use, Rule rule) {
        var combiner = CombiningAlgorithms.standard(id, use);
        for (var said : SEQUENCES) {
            var verdict = combined(combiner, said);
            assertThat(verdict.kind()).as("%s of %s", id, said).isEqualTo(rule.decide(said));
            if (verdict.isIndeterminate()) {
                assertThat(verdict.because()).as("%s of %s", id, said).isEqualTo("error " + firstError(said));
            } else {
                assertThat(verdict.kind()).isIn(PERMIT, DENY, NOT_APPLICABLE);
            }
        }
        assertThat(combiner.isSilentAlone()).isEqualTo(rule.decide(List.of()) == NOT_APPLICABLE);
        assertThat(combiner.looksAtTargets()).isFalse();
    }

    private static int firstError(List<Kind> said) {
        return (int) said.stream().takeWhile(kind -> !isError(kind)).count();
    }

    private static boolean isError(Kind kind) {
        return kind != PERMIT && kind != DENY && kind != NOT_APPLICABLE;
    }

    /** Places of the duties in the answer, obligations and advice alike. */
    private static List<String> duties(String id, Use use, List<Kind> said) {
        var verdict = combined(CombiningAlgorithms.standard(id, use), said);
        var obliged = verdict.obligations().stream()
                .map(duty -> duty.id().substring(1))
                .toList();
        assertThat(verdict.advice()).map(duty -> duty.id().substring(1)).isEqualTo(obliged);
        return obliged;
    }

    private static String id(String version, Use use, String name) {
        return "urn:oasis:names:tc:xacml:" + version + ":" + use + "-combining-algorithm:" + name;
    }

    /** §C.2 and §C.4, with the effects exchanged for permit-overrides. */
    private static Kind overrides(Kind winner, Kind maybeWinner, Kind maybeLoser, Kind loser, List<Kind> said) {
        if (said.contains(winner)) {
            return winner;
        }
        boolean both = said.contains(maybeWinner) && (said.contains(maybeLoser) || said.contains(loser));
        return Stream.of(
                        both ? Optional.of(INDETERMINATE_EITHER) : Optional.<Kind>empty(),
                        Optional.of(INDETERMINATE_EITHER).filter(said::contains),
                        Optional.of(maybeWinner).filter(said::contains),
                        Optional.of(loser).filter(said::contains),
                        Optional.of(maybeLoser).filter(said::contains))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOT_APPLICABLE);
    }

    private static Kind denyOverrides(List<Kind> said) {
        return overrides(DENY, INDETERMINATE_DENY, INDETERMINATE_PERMIT, PERMIT, said);
    }

    private static Kind permitOverrides(List<Kind> said) {
        return overrides(PERMIT, INDETERMINATE_PERMIT, INDETERMINATE_DENY, DENY, said);
    }

    private static Kind first(List<Kind> said) {
        return said.stream().filter(kind -> kind != NOT_APPLICABLE).findFirst().orElse(NOT_APPLICABLE);
    }

    @Test
    void sequences_of_all_lengths_are_tried() {
        assertThat(SEQUENCES).hasSize(1 + 6 + 36 + 216).doesNotHaveDuplicates();
    }

    @Test
    void current_algorithms_decide_rules_and_policies_alike() {
        for (var use : Use.values()) {
            for (var order : List.of("", "ordered-")) {
                assertAlways(id("3.0", use, order + "deny-overrides"), use, EveryCombinationTest::denyOverrides);
                assertAlways(id("3.0", use, order + "permit-overrides"), use, EveryCombinationTest::permitOverrides);
            }
            assertAlways(id("3.0", use, "deny-unless-permit"), use, said -> said.contains(PERMIT) ? PERMIT : DENY);
            assertAlways(id("3.0", use, "permit-unless-deny"), use, said -> said.contains(DENY) ? DENY : PERMIT);
            assertAlways(id("1.0", use, "first-applicable"), use, EveryCombinationTest::first);
        }
    }

    /** §C.10 and §C.12: what a rule in error could have said, says its effect; which one it was is forgotten. */
    private static Kind legacyForRules(Kind winner, Kind maybeWinner, Kind loser, List<Kind> said) {
        if (said.contains(winner)) {
            return winner;
        }
        if (said.contains(loser) && !said.contains(maybeWinner)) {
            return loser;
        }
        return said.stream().anyMatch(EveryCombinationTest::isError) ? INDETERMINATE_EITHER : NOT_APPLICABLE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 ", "1.1 ordered-"})
    void algorithms_of_the_past_decide_rules_by_what_an_error_could_have_been(String form) {
        var words = form.split(" ", -1);
        assertAlways(
                id(words[0], Use.RULES, words[1] + "deny-overrides"),
                Use.RULES,
                said -> legacyForRules(DENY, INDETERMINATE_DENY, PERMIT, said));
        assertAlways(
                id(words[0], Use.RULES, words[1] + "permit-overrides"),
                Use.RULES,
                said -> legacyForRules(PERMIT, INDETERMINATE_PERMIT, DENY, said));
    }

    /** §C.11: any error denies. */
    private static Kind legacyDenyOverrides(List<Kind> said) {
        boolean denied = said.contains(DENY) || said.stream().anyMatch(EveryCombinationTest::isError);
        return denied ? DENY : said.contains(PERMIT) ? PERMIT : NOT_APPLICABLE;
    }

    /** §C.13: a Deny stands beside errors. */
    private static Kind legacyPermitOverrides(List<Kind> said) {
        if (said.contains(PERMIT) || said.contains(DENY)) {
            return said.contains(PERMIT) ? PERMIT : DENY;
        }
        return said.stream().anyMatch(EveryCombinationTest::isError) ? INDETERMINATE_EITHER : NOT_APPLICABLE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 ", "1.1 ordered-"})
    void algorithms_of_the_past_decide_policies_otherwise_than_rules(String form) {
        var words = form.split(" ", -1);
        assertAlways(
                id(words[0], Use.POLICIES, words[1] + "deny-overrides"),
                Use.POLICIES,
                EveryCombinationTest::legacyDenyOverrides);
        assertAlways(
                id(words[0], Use.POLICIES, words[1] + "permit-overrides"),
                Use.POLICIES,
                EveryCombinationTest::legacyPermitOverrides);
    }

    @Test
    void the_decision_that_overrides_brings_its_own_duties_alone() {
        for (var use : Use.values()) {
            for (var version : List.of("3.0", "1.0")) {
                assertThat(duties(id(version, use, "deny-overrides"), use, List.of(PERMIT, DENY, DENY)))
                        .containsExactly("1");
                assertThat(duties(id(version, use, "permit-overrides"), use, List.of(DENY, PERMIT, PERMIT)))
                        .containsExactly("1");
            }
            assertThat(duties(id("3.0", use, "deny-unless-permit"), use, List.of(DENY, PERMIT)))
                    .containsExactly("1");
            assertThat(duties(id("3.0", use, "permit-unless-deny"), use, List.of(PERMIT, DENY)))
                    .containsExactly("1");
            assertThat(duties(id("1.0", use, "first-applicable"), use, List.of(NOT_APPLICABLE, PERMIT, PERMIT)))
                    .containsExactly("1");
        }
    }

    @Test
    void a_decision_that_nothing_overrides_brings_the_duties_of_all_who_agree() {
        for (var use : Use.values()) {
            for (var version : List.of("3.0", "1.0")) {
                assertThat(duties(id(version, use, "deny-overrides"), use, List.of(PERMIT, NOT_APPLICABLE, PERMIT)))
                        .containsExactly("0", "2");
                assertThat(duties(id(version, use, "permit-overrides"), use, List.of(DENY, NOT_APPLICABLE, DENY)))
                        .containsExactly("0", "2");
            }
            assertThat(duties(id("3.0", use, "deny-unless-permit"), use, List.of(DENY, INDETERMINATE_PERMIT, DENY)))
                    .containsExactly("0", "2");
            assertThat(duties(id("3.0", use, "permit-unless-deny"), use, List.of(PERMIT, INDETERMINATE_DENY, PERMIT)))
                    .containsExactly("0", "2");
        }
    }

    @Test
    void an_error_that_denies_brings_no_duties() {
        var denyOverrides = id("1.0", Use.POLICIES, "deny-overrides");
        assertThat(duties(denyOverrides, Use.POLICIES, List.of(PERMIT, INDETERMINATE_PERMIT)))
                .isEmpty();
    }

    @Test
    void a_child_that_does_not_apply_makes_no_difference() {
        for (var id :
                List.of("3.0:deny-overrides", "3.0:deny-unless-permit", "1.0:deny-overrides", "1.0:first-applicable")) {
            var words = List.of(id.split(":", 2));
            var combiner = CombiningAlgorithms.standard(id(words.get(0), Use.RULES, words.get(1)), Use.RULES);
            for (var said : SEQUENCES) {
                var applicable =
                        said.stream().filter(kind -> kind != NOT_APPLICABLE).toList();
                assertThat(combined(combiner, said).kind())
                        .isEqualTo(combined(combiner, applicable).kind());
            }
        }
    }
}

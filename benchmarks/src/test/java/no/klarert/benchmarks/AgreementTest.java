package no.klarert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.benchmarks.PolicyText.ResourceNamed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines give the same answers to everything that is measured. */
class AgreementTest {
    private static final Question ANY = Question.of("read", "some-resource");

    @ParameterizedTest
    @CsvSource({
        "FIRST_RULE_PERMITS, Permit",
        "LAST_RULE_PERMITS, Permit",
        "MANY_RIGHTS_PERMIT, Permit",
        "A_RULE_DENIES, Deny",
        "NO_RULE_MATCHES, NotApplicable",
        "OTHER_RESOURCE, NotApplicable"
    })
    void a_scenario_is_answered_as_it_is_called(Scenario scenario, String decision) {
        assertThat(Agreement.check(scenario.policy(), scenario.questions()))
                .extracting(Answer::decision)
                .containsExactly(decision);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALL_IN_TURN", "ALL_IN_TURN_IGNORING_CASE"})
    void all_questions_in_turn_are_answered_as_alone(Scenario scenario) {
        assertThat(Agreement.check(scenario.policy(), scenario.questions()))
                .extracting(Answer::decision)
                .containsExactly("Permit", "Permit", "Permit", "Deny", "NotApplicable", "NotApplicable");
    }

    @ParameterizedTest
    @EnumSource
    void in_json_a_scenario_is_answered_as_from_a_prepared_request(Scenario scenario) {
        assertThat(Agreement.checkJson(scenario.policy(), scenario.questions()))
                .isEqualTo(Agreement.check(scenario.policy(), scenario.questions()));
    }

    @Test
    void a_permit_carries_the_obligation_of_the_policy_and_a_deny_does_not() {
        var answers = Agreement.check(Scenario.ALL_IN_TURN.policy(), Scenario.ALL_IN_TURN.questions());
        var level = new Answer.Assignment(
                "urn:altinn:obligation1-assignment1",
                "urn:altinn:minimum-authenticationlevel",
                "http://www.w3.org/2001/XMLSchema#integer",
                "3");
        assertThat(answers.get(0).obligations())
                .containsExactly(new Answer.Duty("urn:altinn:obligation:authenticationLevel1", Set.of(level)));
        assertThat(answers.get(3).obligations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void sets_of_any_size_permit_by_whichever_policy_the_resource_is_of(GrowingSet set) {
        assertThat(Agreement.check(set.xml(), set.questions()))
                .extracting(Answer::decision)
                .containsExactly("Permit", "Permit", "Permit");
    }

    static Stream<GrowingSet> sets_of_any_size_permit_by_whichever_policy_the_resource_is_of() {
        return Stream.of(ResourceNamed.values())
                .flatMap(named -> Stream.of(0, 1, 2, 10, 100).map(policies -> new GrowingSet(named, policies)));
    }

    @Test
    void a_set_says_nothing_about_a_resource_of_none_of_its_policies() {
        var set = new GrowingSet(ResourceNamed.IN_RULES, 10);
        var beyond = Question.of("read", PolicyText.resource(10), Attribute.role("utinn"));
        assertThat(Agreement.check(set.xml(), List.of(beyond)))
                .extracting(Answer::decision)
                .containsExactly("NotApplicable");
    }

    @Test
    void equal_answers_agree() {
        var permit = new Answer("Permit", Set.of());
        assertThat(Agreement.same(ANY, permit, new Answer("Permit", Set.of()))).isEqualTo(permit);
    }

    @Test
    void another_decision_or_obligation_is_reported_with_the_question() {
        var permit = new Answer("Permit", Set.of());
        var deny = new Answer("Deny", Set.of());
        var obliging = new Answer("Permit", Set.of(new Answer.Duty("some-duty", Set.of())));
        assertThatThrownBy(() -> Agreement.same(ANY, permit, deny))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("some-resource");
        assertThatThrownBy(() -> Agreement.same(ANY, permit, obliging)).hasMessageContaining("some-duty");
    }
}

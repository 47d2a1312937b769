package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;
import org.junit.jupiter.api.Test;

/**
 * What a finding says about a policy is so: what it calls without effect can be taken away, what it calls impossible does not
 * happen. {@code -Dklarert.seed=n} tries one seed alone, {@code -Dklarert.seeds=n} so many.
 */
class FindingsHoldTest {
    private final Map<String, Integer> met = new TreeMap<>();

    static LongStream seeds() {
        var only = Long.getLong("klarert.seed");
        return only == null ? LongStream.range(0, Long.getLong("klarert.seeds", 1_500)) : LongStream.of(only);
    }

    /** @param meanings what must be so when a finding has the words */
    private void check(Dialect dialect, Function<Chance, Policy> making, Map<String, Consumer<Found>> meanings) {
        seeds().forEach(seed -> {
            var chance = Chance.plain(Chance.seeded(seed));
            var xml = PolicyPrinter.print(RepeatedRules.of(making.apply(chance), chance));
            try {
                switch (PolicyCompiler.compile(PolicyXml.bytes(xml), dialect)) {
                    case CompilationResult.Compiled(var policy, var warnings) ->
                        warnings.forEach(issue -> check(new Found(policy, dialect, issue, chance), meanings));
                    case CompilationResult.Rejected(var issues) -> throw new AssertionError(issues);
                }
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("seed " + seed + " in " + dialect + "\n" + xml, failure);
            }
        });
        if (seeds().count() > 1_000) {
            assertThat(met.keySet()).as("findings that were met").isEqualTo(new TreeMap<>(meanings).keySet());
            assertThat(met.values()).as("how often, of %s", met).allMatch(count -> count >= 5);
        }
    }

    private void check(Found found, Map<String, Consumer<Found>> meanings) {
        meanings.forEach((words, meaning) -> {
            if (found.issue().message().contains(words)) {
                meaning.accept(found);
                met.merge(words, 1, Integer::sum);
            }
        });
    }

    @Test
    void findings_in_the_standard_dialect_are_so() {
        check(
                Dialect.STANDARD,
                AnyPolicy::of,
                Map.of(
                        " decides nothing", FindingsHoldTest::rule_can_go,
                        " repeats the rule", FindingsHoldTest::rule_can_go,
                        "no rule from here on is ever reached", FindingsHoldTest::rules_from_there_on_can_go,
                        "the condition is always true", FindingsHoldTest::condition_can_go,
                        "the condition is never true", FindingsHoldTest::condition_never_holds,
                        "the condition is always Indeterminate", FindingsHoldTest::condition_is_never_worked_out,
                        " is never used", FindingsHoldTest::variable_can_go,
                        " is never given", FindingsHoldTest::duty_can_go,
                        "this `AllOf` repeats", FindingsHoldTest::alternative_can_go));
    }

    @Test
    void findings_in_altinns_dialect_are_so() {
        check(
                Dialect.ALTINN,
                AnyAltinnPolicy::of,
                Map.of(
                        " applies whenever it does", FindingsHoldTest::rule_can_go,
                        " repeats the rule", FindingsHoldTest::rule_can_go,
                        " anyway", found -> found.assertSameButForTheEchoAs(found.withoutRule()),
                        "this `AllOf` repeats", FindingsHoldTest::alternative_can_go,
                        " a system user", FindingsHoldTest::system_user_is_not_permitted,
                        " is no integer of 32 bits", FindingsHoldTest::match_never_holds));
    }

    private static void rule_can_go(Found found) {
        found.assertSameAs(found.withoutRule());
    }

    private static void rules_from_there_on_can_go(Found found) {
        var rules = found.policy().rules();
        found.assertSameAs(PolicyEdits.withRules(found.policy(), rules.subList(0, rules.indexOf(found.rule()))));
    }

    private static void condition_can_go(Found found) {
        found.assertSameAs(PolicyEdits.eachRule(
                found.policy(),
                rule -> PolicyEdits.with(
                        rule,
                        rule.target(),
                        rule.condition().filter(one -> !one.position().equals(found.at())))));
    }

    private static void condition_never_holds(Found found) {
        assertThat(found.decisionsOf(found.conditionAlone()))
                .isSubsetOf(DecisionValue.NOT_APPLICABLE, DecisionValue.INDETERMINATE);
    }

    private static void condition_is_never_worked_out(Found found) {
        assertThat(found.decisionsOf(found.conditionAlone())).containsOnly(DecisionValue.INDETERMINATE);
    }

    private static void match_never_holds(Found found) {
        assertThat(found.decisionsOf(found.matchAlone())).doesNotContain(DecisionValue.PERMIT);
    }

    private static void variable_can_go(Found found) {
        var kept = found.policy().variables().stream()
                .filter(variable -> !found.issue().message().contains("`" + variable.id() + "`"))
                .toList();
        var edited = PolicyEdits.with(found.policy(), kept, found.policy().rules());
        var xml = PolicyXml.bytes(PolicyPrinter.print(edited));
        switch (PolicyCompiler.compile(xml, found.dialect())) {
            case CompilationResult.Compiled compiled -> found.assertSameAs(edited);
            // Another variable that is never used may refer to this one.
            case CompilationResult.Rejected(var issues) ->
                assertThat(issues).allMatch(issue -> issue.message().endsWith("is not defined"));
        }
    }

    private static void duty_can_go(Found found) {
        found.assertSameAs(PolicyEdits.withoutDuty(found.policy(), found.at()));
    }

    private static void alternative_can_go(Found found) {
        found.assertSameAs(PolicyEdits.withoutAllOf(found.policy(), found.at()));
    }

    private static void system_user_is_not_permitted(Found found) {
        for (var asked : found.requests()) {
            var request = Request.builder();
            asked.attributes().stream()
                    .filter(attribute -> !attribute.name().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT))
                    .forEach(request::attribute);
            request.attribute(subject("urn:altinn:systemuser:uuid")).attribute(subject("urn:altinn:accesspackage"));
            assertThat(found.compiled().evaluate(request.build()).value()).isNotEqualTo(DecisionValue.PERMIT);
        }
    }

    private static RequestAttribute subject(String id) {
        var name = new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, id);
        return new RequestAttribute(name, Xacml.TYPE_STRING, Optional.empty(), false, "a");
    }
}

package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import no.klarert.policy.Compiling;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.syntax.Policy;
import org.junit.jupiter.api.Test;

/**
 * What a compiled policy answers is what the specification, read step by step, answers. {@code -Dklarert.seed=n} tries one seed
 * alone, {@code -Dklarert.seeds=n} so many.
 */
class AgreesWithReferenceTest {
    private static final int REQUESTS_PER_POLICY = 6;

    private final Map<DecisionValue, Integer> met = new EnumMap<>(DecisionValue.class);

    private interface Reference {
        Decision evaluate(Policy policy, Request request);
    }

    private static LongStream seeds() {
        var only = Long.getLong("klarert.seed");
        return only == null ? LongStream.range(0, Long.getLong("klarert.seeds", 4_000)) : LongStream.of(only);
    }

    @Test
    void a_policy_of_the_standard_is_answered_as_by_the_reference() {
        seeds().forEach(seed -> check(seed, Dialect.STANDARD, AnyPolicy::of, ReferenceEvaluator::evaluate));
        assertEveryDecisionWasMet();
    }

    @Test
    void a_policy_in_altinns_dialect_is_answered_as_by_the_reference() {
        seeds().forEach(seed -> check(seed, Dialect.ALTINN, AnyAltinnPolicy::of, AltinnReferenceEvaluator::evaluate));
        assertEveryDecisionWasMet();
    }

    @Test
    void a_policy_of_the_standard_in_altinns_dialect_is_answered_as_by_the_reference() {
        seeds().forEach(seed ->
                check(seed, Dialect.ALTINN, AnyPolicy::withCategories, AltinnReferenceEvaluator::evaluate));
        assertEveryDecisionWasMet();
    }

    private void check(long seed, Dialect dialect, Function<Chance, Policy> making, Reference reference) {
        var chance = new Chance(seed);
        var written = making.apply(chance);
        var xml = PolicyPrinter.print(written);
        try {
            var policy = Compiling.compiled(xml, dialect);
            assertThat(PolicyPrinter.print(policy.policy())).isEqualTo(xml);
            for (int i = 0; i < REQUESTS_PER_POLICY; i++) {
                var request = AnyRequest.of(chance);
                var answer = policy.evaluate(request);
                assertThat(withoutMessage(answer))
                        .as("%s", request.attributes())
                        .isEqualTo(reference.evaluate(written, request));
                met.merge(answer.value(), 1, Integer::sum);
            }
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("seed " + seed + " in " + dialect + "\n" + xml, failure);
        }
    }

    private static Decision withoutMessage(Decision decision) {
        return new Decision(
                decision.value(),
                new Status(decision.status().code(), ""),
                decision.obligations(),
                decision.advice(),
                decision.echoed());
    }

    /** Generators that always get the same answer would prove nothing. */
    private void assertEveryDecisionWasMet() {
        int all = met.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 1_000) {
            assertThat(met).hasSize(4);
            assertThat(met.values()).allMatch(count -> count > all / 25);
        }
    }
}

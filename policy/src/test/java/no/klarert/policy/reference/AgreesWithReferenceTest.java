package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.klarert.policy.syntax.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What a compiled policy answers is what the specification, read step by step, answers. {@code -Dklarert.seed=n} tries one seed
 * alone, {@code -Dklarert.seeds=n} so many per test.
 */
class AgreesWithReferenceTest {
    private static final int LEAST_PAIRS = 100_000;
    private static final int TESTS = 5;
    private static final boolean IS_DEFAULT =
            Long.getLong("klarert.seed") == null && Long.getLong("klarert.seeds") == null;

    private static final Coverage STANDARD = new Coverage();
    private static final Coverage ALTINN = new Coverage();
    private static int testsRun;

    private static LongStream seeds(int count) {
        var only = Long.getLong("klarert.seed");
        return only == null ? LongStream.range(0, Long.getLong("klarert.seeds", count)) : LongStream.of(only);
    }

    @Test
    void a_policy_of_the_standard_is_answered_as_by_the_reference() {
        inStandard(2_500, 14, chance -> new Source(AnyPolicy.of(chance)));
    }

    @Test
    void a_policy_set_with_references_is_answered_as_by_the_reference() {
        inStandard(1_200, 20, AnyPolicySet::of);
    }

    @Test
    void a_crowd_that_demands_texts_is_answered_as_by_the_reference() {
        inStandard(400, 40, AnyCrowd::of);
    }

    @Test
    void a_policy_in_altinns_dialect_is_answered_as_by_the_reference() {
        inAltinn(1_300, 10, AnyAltinnPolicy::of);
    }

    @Test
    void a_policy_of_the_standard_in_altinns_dialect_is_answered_as_by_the_reference() {
        inAltinn(1_300, 10, AnyPolicy::withCategories);
    }

    private static void inStandard(int seeds, int requests, Function<Chance, Source> making) {
        var agreement = Agreement.inStandard(STANDARD);
        seeds(seeds)
                .forEach(seed -> check(seed, agreement, Chance.rich(Chance.seeded(seed)), making, requests, STANDARD));
        finished(STANDARD);
    }

    private static void inAltinn(int seeds, int requests, Function<Chance, Policy> policies) {
        var agreement = Agreement.inAltinnsDialect();
        var making = policies.andThen(Source::new);
        seeds(seeds)
                .forEach(seed -> check(seed, agreement, Chance.plain(Chance.seeded(seed)), making, requests, ALTINN));
        finished(ALTINN);
    }

    private static void check(
            long seed,
            Agreement agreement,
            Chance chance,
            Function<Chance, Source> making,
            int requests,
            Coverage coverage) {
        var source = making.apply(chance);
        var sought = Sought.in(source.tree());
        var compiled = agreement.compiled(source);
        for (int i = 0; i < requests; i++) {
            var request = AnyRequest.of(chance, sought);
            try {
                coverage.met(agreement.check(compiled, source, request).value());
            } catch (RuntimeException | Error failure) {
                throw new AssertionError(
                        "seed " + seed + " in " + agreement.dialect() + ", made smaller:\n"
                                + Shrinking.shrunk(agreement, source, request),
                        failure);
            }
        }
    }

    private static void finished(Coverage coverage) {
        testsRun++;
        if (IS_DEFAULT) {
            assertThat(coverage.decisions()).hasSize(4);
            assertThat(coverage.decisions().values()).allMatch(count -> count > coverage.total() / 25);
        }
    }

    /** Generators that no longer reach something would prove nothing about it. */
    @AfterAll
    static void everything_was_met() {
        int pairs = STANDARD.total() + ALTINN.total();
        System.out.println(pairs + " pairs of policy and request answered as by the reference: standard "
                + STANDARD.decisions() + ", Altinn " + ALTINN.decisions());
        if (IS_DEFAULT && testsRun == TESTS) {
            assertThat(pairs).isGreaterThanOrEqualTo(LEAST_PAIRS);
            assertThat(STANDARD.identifiers()).containsAll(everything());
        }
    }

    private static Set<String> everything() {
        return Stream.of(
                        ReferenceSignatures.functions().keySet(),
                        ReferenceSignatures.HIGHER_ORDER,
                        Algorithms.OF_RULES,
                        Algorithms.OF_POLICIES)
                .flatMap(identifiers -> identifiers.stream())
                .collect(Collectors.toSet());
    }
}

package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

/**
 * A policy is refused if and only if the rules of the standard, applied one by one, refuse it. {@code -Dklarert.seed=n} tries
 * one seed alone.
 */
class RefusesWhatReferenceRefusesTest {
    private static final int SEEDS = 4_000;

    private enum Fate {
        TAKEN,
        REFUSED
    }

    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);

    @Test
    void a_policy_is_refused_exactly_if_the_reference_refuses_it() {
        var only = Long.getLong("klarert.seed");
        (only == null ? LongStream.range(0, SEEDS) : LongStream.of(only)).forEach(this::check);
        if (only == null) {
            assertThat(met).hasSize(2);
            assertThat(met.values()).allMatch(count -> count > SEEDS / 5);
        }
    }

    private void check(long seed) {
        var policy = AnyMistake.in(Chance.rich(Chance.seeded(seed)));
        var xml = PolicyPrinter.print(policy);
        var expected = ReferenceCheck.isValid(policy) ? Fate.TAKEN : Fate.REFUSED;
        var result = PolicyCompiler.compile(xml.getBytes(StandardCharsets.UTF_8), Dialect.STANDARD);
        assertThat(fate(result))
                .as("seed %s: %s%n%s", seed, errors(result), xml)
                .isEqualTo(expected);
        met.merge(expected, 1, Integer::sum);
    }

    private static Fate fate(CompilationResult result) {
        return switch (result) {
            case CompilationResult.Compiled compiled -> Fate.TAKEN;
            case CompilationResult.Rejected rejected -> Fate.REFUSED;
        };
    }

    private static List<Issue> errors(CompilationResult result) {
        return switch (result) {
            case CompilationResult.Compiled compiled -> List.of();
            case CompilationResult.Rejected rejected -> rejected.issues();
        };
    }
}

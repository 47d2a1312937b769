package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;

/**
 * {@link AgreesWithReferenceTest} for whoever brings the choices: a policy and a few requests are made of them, and the answers
 * are those of the reference, each time they are asked for.
 */
public final class GuidedComparison {
    private static final int REQUESTS = 3;

    private GuidedComparison() {}

    public static void inStandard(RandomGenerator choices) {
        var chance = Chance.rich(choices);
        var source = switch (chance.upTo(3)) {
            case 0 -> AnyPolicySet.of(chance);
            case 1 -> AnyCrowd.of(chance);
            default -> new Source(AnyPolicy.of(chance));
        };
        compare(Agreement.inStandard(new Coverage()), source, chance);
    }

    public static void inAltinnsDialect(RandomGenerator choices) {
        var chance = Chance.plain(choices);
        compare(Agreement.inAltinnsDialect(), new Source(AnyAltinnPolicy.of(chance)), chance);
    }

    private static void compare(Agreement agreement, Source source, Chance chance) {
        var compiled = agreement.compiled(source);
        var sought = Sought.in(source.tree());
        for (int i = 0; i < REQUESTS; i++) {
            var request = AnyRequest.of(chance, sought);
            try {
                agreement.check(compiled, source, request);
                assertThat(compiled.evaluate(request)).isEqualTo(compiled.evaluate(request));
            } catch (AssertionError disagreement) {
                throw new AssertionError(Shrinking.shrunk(agreement, source, request), disagreement);
            }
        }
    }
}

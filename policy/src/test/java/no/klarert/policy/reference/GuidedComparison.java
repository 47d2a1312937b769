package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Compiling;
import no.klarert.policy.Decision;
import no.klarert.policy.Dialect;
import no.klarert.policy.Request;
import no.klarert.policy.syntax.Policy;

/**
 * {@link AgreesWithReferenceTest} for whoever brings the choices: a policy and a few requests are made of them, and the answers
 * are those of the reference, each time they are asked for.
 */
public final class GuidedComparison {
    private static final int REQUESTS = 3;

    private GuidedComparison() {}

    public static void inStandard(RandomGenerator choices) {
        var chance = new Chance(choices);
        var policy = AnyPolicy.of(chance);
        var compiled = compiled(policy, Dialect.STANDARD);
        for (var request : requests(chance)) {
            assertAgrees(compiled, policy, request, ReferenceEvaluator.evaluate(policy, request));
        }
    }

    public static void inAltinnsDialect(RandomGenerator choices) {
        var chance = new Chance(choices);
        var policy = AnyAltinnPolicy.of(chance);
        var compiled = compiled(policy, Dialect.ALTINN);
        for (var request : requests(chance)) {
            assertAgrees(compiled, policy, request, AltinnReferenceEvaluator.evaluate(policy, request));
        }
    }

    private static CompiledPolicy compiled(Policy policy, Dialect dialect) {
        return Compiling.compiled(PolicyPrinter.print(policy), dialect);
    }

    private static List<Request> requests(Chance chance) {
        return Stream.generate(() -> AnyRequest.of(chance)).limit(REQUESTS).toList();
    }

    private static void assertAgrees(CompiledPolicy compiled, Policy policy, Request request, Decision expected) {
        var answer = compiled.evaluate(request);
        assertThat(facts(answer))
                .as("%s%n%s", request.attributes(), PolicyPrinter.print(policy))
                .isEqualTo(facts(expected));
        assertThat(compiled.evaluate(request)).isEqualTo(answer);
    }

    /** Everything but the message, which the reference does not write. */
    private static List<Object> facts(Decision decision) {
        return List.of(
                decision.value(),
                decision.status().code(),
                decision.obligations(),
                decision.advice(),
                decision.echoed());
    }
}

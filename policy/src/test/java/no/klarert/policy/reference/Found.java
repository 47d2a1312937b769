package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Compiling;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;

/** A finding about a compiled policy, and the requests that it is put to the test with. */
record Found(CompiledPolicy compiled, Dialect dialect, Issue issue, Chance chance) {
    private static final int REQUESTS = 12;

    Policy policy() {
        return compiled.policy();
    }

    Position at() {
        return new Position(issue.line(), issue.column());
    }

    /** The rule that the finding is about. */
    Rule rule() {
        return policy().rules().stream()
                .filter(rule -> rule.position().equals(at()))
                .findFirst()
                .orElseThrow();
    }

    Policy withoutRule() {
        return PolicyEdits.withRules(
                policy(),
                policy().rules().stream()
                        .filter(rule -> !rule.position().equals(at()))
                        .toList());
    }

    /** The condition that the finding is about, as that of the only rule of a policy. */
    Policy conditionAlone() {
        return alone(policy().rules().stream()
                .filter(one -> one.condition()
                        .filter(condition -> condition.position().equals(at()))
                        .isPresent())
                .map(one -> PolicyEdits.with(one, Optional.empty(), one.condition()))
                .toList());
    }

    /** The match whose literal the finding is about, as the target of the only rule of a policy. */
    Policy matchAlone() {
        return alone(policy().rules().stream()
                .flatMap(rule -> rule.target().stream())
                .flatMap(target -> target.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .filter(match -> match.value().position().equals(at()))
                .map(PolicyEdits::permit)
                .toList());
    }

    private Policy alone(List<Rule> rules) {
        var policy = PolicyEdits.with(policy(), policy().variables(), rules);
        return PolicyEdits.bare(policy, Xacml.FIRST_APPLICABLE);
    }

    List<Request> requests() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> AnyRequest.of(chance, Sought.in(compiled.source())))
                .toList();
    }

    List<DecisionValue> decisionsOf(Policy other) {
        var compiledOther = compile(other);
        return requests().stream()
                .map(request -> compiledOther.evaluate(request).value())
                .toList();
    }

    void assertSameAs(Policy edited) {
        var other = compile(edited);
        for (var request : requests()) {
            assertThat(withoutMessage(other.evaluate(request)))
                    .as("without what is found: %s, asked %s", issue, request.attributes())
                    .isEqualTo(withoutMessage(compiled.evaluate(request)));
        }
    }

    void assertSameButForTheEchoAs(Policy edited) {
        var other = compile(edited);
        for (var request : requests()) {
            assertThat(withoutEcho(other.evaluate(request))).isEqualTo(withoutEcho(compiled.evaluate(request)));
        }
    }

    private CompiledPolicy compile(Policy other) {
        return Compiling.compiled(PolicyPrinter.print(other), dialect);
    }

    static Decision withoutMessage(Decision decision) {
        return new Decision(
                decision.value(),
                new Status(decision.status().code(), ""),
                decision.obligations(),
                decision.advice(),
                decision.echoed());
    }

    private static Decision withoutEcho(Decision decision) {
        var plain = withoutMessage(decision);
        return new Decision(plain.value(), plain.status(), plain.obligations(), plain.advice(), List.of());
    }
}

package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.Target;

/** Every match in a policy or policy set. */
final class Matches {
    private Matches() {}

    static List<Match> in(PolicySetMember member) {
        return of(member).toList();
    }

    private static Stream<Match> of(PolicySetMember member) {
        return switch (member) {
            case PolicyReference reference -> Stream.empty();
            case PolicySet set ->
                Stream.concat(of(set.target()), set.members().stream().flatMap(Matches::of));
            case Policy policy ->
                Stream.concat(of(policy.target()), policy.rules().stream().flatMap(rule -> of(rule.target())));
        };
    }

    private static Stream<Match> of(Optional<Target> target) {
        return target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream());
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;

/** Policy sets up to three levels deep, and a library that they and each other refer to, without circles. */
final class AnyPolicySet {
    private static final List<String> VERSIONS = List.of("1.0", "1.2", "1.10", "2.0.1");
    private static final List<String> PATTERNS = List.of("1.*", "1.+", "+", "*.0", "1.2", "1.0", "2.*.1", "3.0", "*");
    private static final List<String> BOUNDS = List.of("1.0", "1.2", "1.3", "1.+", "2", "1.2.3");

    private final Chance chance;
    private final List<PolicyTree> library = new ArrayList<>();
    private int count;

    private AnyPolicySet(Chance chance) {
        this.chance = chance;
    }

    static Source of(Chance chance) {
        return new AnyPolicySet(chance).source();
    }

    private Source source() {
        for (var version : VERSIONS.subList(0, chance.upTo(VERSIONS.size()))) {
            library.add(AnyPolicy.of(chance, "l", version));
        }
        int sets = chance.upTo(2);
        for (int i = 0; i < sets; i++) {
            library.add(set("s" + i, chance.of(VERSIONS), 1));
        }
        return new Source(set("root", "1.0", 2), library);
    }

    private PolicySet set(String id, String version, int levels) {
        var expressions = AnyExpression.withoutVariables(chance);
        var duties = new AnyDuties(chance, expressions);
        return new PolicySet(
                NOWHERE,
                id,
                version,
                chance.of(Algorithms.OF_POLICIES),
                Optional.empty(),
                chance.oneIn(2) ? Optional.of(new AnyTarget(chance, expressions).of()) : Optional.empty(),
                chance.some(0, 4, () -> member(levels - 1)),
                duties.obligations(),
                duties.advice());
    }

    private PolicySetMember member(int levels) {
        if (chance.oneIn(3)) {
            return reference();
        }
        var id = "m" + count++;
        return levels > 0 && chance.oneIn(2) ? set(id, "1.0", levels) : AnyPolicy.of(chance, id, "1.0");
    }

    /** To something of the library that is there already, rarely to nothing. */
    private PolicyReference reference() {
        var sets = library.stream().filter(PolicySet.class::isInstance).toList();
        boolean toSet = chance.oneIn(3) && !sets.isEmpty();
        return new PolicyReference(
                NOWHERE,
                toSet ? PolicyReference.Kind.POLICY_SET : PolicyReference.Kind.POLICY,
                toSet ? chance.of(sets).id() : "l",
                chance.oneIn(3) ? Optional.of(chance.of(PATTERNS)) : Optional.empty(),
                chance.oneIn(5) ? Optional.of(chance.of(BOUNDS)) : Optional.empty(),
                chance.oneIn(5) ? Optional.of(chance.of(BOUNDS)) : Optional.empty());
    }
}

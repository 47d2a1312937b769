package no.klarert.policy.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.PolicyLibrary;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.value.Shown;

/**
 * Follows the references of a policy set (XACML 3.0 §5.10, §5.11). One that leads nowhere harms only the decisions that reach it;
 * a circle, a chain that is too long, or too many policies in the end is an error. Positions are those in the outermost source.
 */
public final class ReferenceCheck {
    /** How many references may follow from one another. */
    static final int MOST_STEPS = 50;
    /** How many policy sets may stand in one another, through references or not: planning and evaluation go down them by recursion. */
    static final int MOST_LEVELS = 200;
    /** How many policies and policy sets one may stand for, each counted as often as it is referred to. */
    static final int MOST_POLICIES = 1_000_000;

    private final PolicyLibrary library;
    private final Issues issues;
    private final Set<PolicyTree> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<PolicyTree, Reach> reached = new IdentityHashMap<>();

    private ReferenceCheck(PolicyLibrary library, Issues issues) {
        this.library = library;
        this.issues = issues;
    }

    public static void check(PolicyTree root, PolicyLibrary library, Issues issues) {
        var check = new ReferenceCheck(library, issues);
        long policies = check.references(root).stream().mapToLong(check::check).sum();
        if (policies > MOST_POLICIES) {
            issues.error(root.position(), "the references stand for more than " + MOST_POLICIES + " policies");
        }
    }

    /** A reference, and how many policy sets it stands in. */
    private record Found(PolicyReference reference, int level) {}

    /** What can be reached from a policy set: how many references and policy sets deep, and how many policies in all. */
    private record Reach(int steps, int levels, long policies, boolean circular) {
        static final Reach ITSELF = new Reach(0, 0, 1, false);
        static final Reach CIRCULAR = new Reach(0, 0, 1, true);

        Reach and(int level, Reach other) {
            return new Reach(
                    Math.max(steps, other.steps + 1),
                    Math.max(levels, other.levels + level),
                    Math.min(policies + other.policies, MOST_POLICIES + 1L),
                    circular || other.circular);
        }
    }

    private long check(Found referring) {
        var reference = referring.reference();
        var found = library.find(reference);
        if (found.isEmpty()) {
            issues.add(
                    Severity.UNDECIDABLE,
                    reference.position(),
                    named(reference) + " is not known: reaching it is Indeterminate");
            return 1;
        }
        var reach = reach(found.get());
        if (reach.circular()) {
            issues.error(reference.position(), Shown.quoted(reference.id()) + " refers to itself in the end");
        } else if (reach.steps() >= MOST_STEPS) {
            issues.error(
                    reference.position(),
                    Shown.quoted(reference.id()) + " refers on more than " + MOST_STEPS + " times");
        } else if (reach.levels() + referring.level() > MOST_LEVELS) {
            issues.error(
                    reference.position(),
                    Shown.quoted(reference.id()) + " leads to policy sets more than " + MOST_LEVELS + " deep");
        }
        return reach.policies();
    }

    private static String named(PolicyReference reference) {
        boolean anyVersion = Stream.of(reference.version(), reference.earliestVersion(), reference.latestVersion())
                .allMatch(Optional::isEmpty);
        return "the " + reference.kind().word() + " " + Shown.quoted(reference.id())
                + (anyVersion ? "" : " in a version that fits");
    }

    private Reach reach(PolicyTree tree) {
        var known = reached.get(tree);
        if (known != null) {
            return known;
        }
        if (open.size() > MOST_STEPS || open.contains(tree)) {
            return open.contains(tree) ? Reach.CIRCULAR : Reach.ITSELF;
        }
        open.add(tree);
        var reach = Reach.ITSELF;
        for (var found : references(tree)) {
            var referred = library.find(found.reference());
            if (referred.isPresent()) {
                reach = reach.and(found.level(), reach(referred.get()));
            }
        }
        open.remove(tree);
        reached.put(tree, reach);
        return reach;
    }

    private List<Found> references(PolicyTree tree) {
        var found = new ArrayList<Found>();
        collect(tree, 0, found);
        return found;
    }

    private static void collect(PolicySetMember member, int level, List<Found> into) {
        switch (member) {
            case PolicyReference reference -> into.add(new Found(reference, level));
            case PolicySet set -> set.members().forEach(inside -> collect(inside, level + 1, into));
            case Policy policy -> {}
        }
    }
}

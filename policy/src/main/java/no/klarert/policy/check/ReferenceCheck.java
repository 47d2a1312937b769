package no.klarert.policy.check;

import java.util.Collections;
import java.util.IdentityHashMap;
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

/**
 * Follows the references of a policy set (XACML 3.0 §5.10, §5.11). One that leads nowhere harms only the decisions that reach it;
 * a circle, a chain that is too long, or too many policies in the end is an error. Positions are those in the outermost source.
 */
public final class ReferenceCheck {
    /** How many references may follow from one another. */
    static final int MOST_STEPS = 50;
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
        long policies = check.references(root).mapToLong(check::check).reduce(0, Long::sum);
        if (policies > MOST_POLICIES) {
            issues.error(root.position(), "the references stand for more than " + MOST_POLICIES + " policies");
        }
    }

    /** What can be reached from a policy set: how many references deep, and how many policies in all. */
    private record Reach(int steps, long policies, boolean circular) {
        static final Reach ITSELF = new Reach(0, 1, false);
        static final Reach CIRCULAR = new Reach(0, 1, true);

        Reach and(Reach other) {
            return new Reach(
                    Math.max(steps, other.steps + 1),
                    Math.min(policies + other.policies, MOST_POLICIES + 1L),
                    circular || other.circular);
        }
    }

    private long check(PolicyReference reference) {
        var found = library.find(reference);
        if (found.isEmpty()) {
            issues.add(
                    Severity.UNDECIDABLE,
                    reference.position(),
                    Issues.quoted(reference.id()) + " is not known: reaching it is Indeterminate");
            return 1;
        }
        var reach = reach(found.get());
        if (reach.circular()) {
            issues.error(reference.position(), Issues.quoted(reference.id()) + " refers to itself in the end");
        } else if (reach.steps() >= MOST_STEPS) {
            issues.error(
                    reference.position(),
                    Issues.quoted(reference.id()) + " refers on more than " + MOST_STEPS + " times");
        }
        return reach.policies();
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
        var reach = references(tree)
                .flatMap(reference -> library.find(reference).stream())
                .map(this::reach)
                .reduce(Reach.ITSELF, Reach::and);
        open.remove(tree);
        reached.put(tree, reach);
        return reach;
    }

    private Stream<PolicyReference> references(PolicySetMember member) {
        return switch (member) {
            case PolicyReference reference -> Stream.of(reference);
            case PolicySet set -> set.members().stream().flatMap(this::references);
            case Policy policy -> Stream.empty();
        };
    }
}

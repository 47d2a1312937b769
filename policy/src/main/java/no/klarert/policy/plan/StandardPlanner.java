package no.klarert.policy.plan;

import java.util.IdentityHashMap;
import java.util.List;
import no.klarert.policy.PolicyLibrary;
import no.klarert.policy.plan.CombiningAlgorithms.Use;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;

/** Plans a policy or policy set that the standard's check has found no errors in. */
public final class StandardPlanner {
    private final Slots slots = new Slots();
    private final Preparation preparation = new Preparation();
    private final PolicyLibrary library;
    /** A policy that is referred to several times is planned once. */
    private final IdentityHashMap<PolicyTree, GuardedChild> planned = new IdentityHashMap<>();

    private StandardPlanner(PolicyLibrary library) {
        this.library = library;
    }

    public static Planned plan(PolicyTree tree, PolicyLibrary library) {
        var planner = new StandardPlanner(library);
        var root = planner.child(tree).child();
        return new Planned(new StandardPlan(root, planner.slots.size()), planner.slots.names());
    }

    private GuardedChild child(PolicySetMember member) {
        return switch (member) {
            case Policy policy -> policy(policy);
            case PolicySet set -> set(set);
            case PolicyReference reference ->
                library.find(reference).map(this::referred).orElseGet(() -> unresolved(reference));
        };
    }

    private static GuardedChild unresolved(PolicyReference reference) {
        return new GuardedChild(new UnresolvedReference(reference), Guards.NONE, Guards.NONE);
    }

    private GuardedChild referred(PolicyTree tree) {
        var known = planned.get(tree);
        if (known == null) {
            known = child(tree);
            planned.put(tree, known);
        }
        return known;
    }

    private GuardedChild policy(Policy policy) {
        var planner = new ElementPlanner(slots, policy.variables());
        var rules = policy.rules().stream().map(planner::rule).toList();
        return node(policy, Use.RULES, planner, rules);
    }

    private GuardedChild set(PolicySet set) {
        var members = set.members().stream().map(this::child).toList();
        return node(set, Use.POLICIES, new ElementPlanner(slots, List.of()), members);
    }

    private GuardedChild node(PolicyTree tree, Use use, ElementPlanner planner, List<GuardedChild> children) {
        var combiner = CombiningAlgorithms.standard(tree.combiningAlgorithm(), use);
        var node = new PolicyNode(
                tree,
                planner.target(tree.target()),
                combiner,
                IndexPlanner.selection(combiner, children, preparation),
                planner.duties(Effect.PERMIT, tree.obligations(), tree.advice()),
                planner.duties(Effect.DENY, tree.obligations(), tree.advice()));
        var target = planner.guards(tree.target());
        var whole = Guards.all(List.of(target, GuardedChild.combined(combiner, children)));
        // INVARIANT: variables are counted when everything that may refer to them has been planned.
        int variables = planner.variables();
        return new GuardedChild(variables == 0 ? node.quickest() : new VariableScope(variables, node), whole, target);
    }
}

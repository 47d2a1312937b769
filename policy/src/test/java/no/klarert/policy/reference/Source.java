package no.klarert.policy.reference;

import java.util.List;
import no.klarert.policy.syntax.PolicyTree;

/** A policy or policy set, and what its references may refer to. */
record Source(PolicyTree tree, List<PolicyTree> library) {
    Source(PolicyTree tree) {
        this(tree, List.of());
    }
}

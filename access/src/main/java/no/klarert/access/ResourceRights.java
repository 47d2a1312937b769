package no.klarert.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.RoleCode;

/** What there is to pass on about a resource: its policy, taken apart into rights (Altinn PDP §8.6). */
public interface ResourceRights {
    /** Empty if there is no such resource. */
    Optional<GrantableResource> find(Transaction transaction, ResourceId resource);

    /**
     * A resource and its rights.
     *
     * @param obstacle what keeps every right on it from being passed on, whoever asks
     * @param rights one for each action, in the order of the policy; empty if it has no policy
     */
    record GrantableResource(Optional<ReasonCode> obstacle, List<GrantableRight> rights) {
        public GrantableResource {
            rights = List.copyOf(rights);
        }
    }

    /** An action, and the roles and packages each of which is alone enough to perform it. */
    record GrantableRight(ActionName action, Set<RoleCode> roles, Set<AccessPackage> packages) {
        public GrantableRight {
            roles = Set.copyOf(roles);
            packages = Set.copyOf(packages);
        }
    }
}

package no.klarert.server;

import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.pdp.PolicySource;
import no.klarert.registry.PolicyStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** The registry's policies, as the decision point fetches them. */
final class RegistryPolicies implements PolicySource {
    private final PolicyStore policies;

    RegistryPolicies(PolicyStore policies) {
        this.policies = policies;
    }

    @Override
    public OptionalLong currentVersion(Transaction transaction, ResourceId resource) {
        return policies.currentVersion(transaction, resource);
    }

    @Override
    public Optional<PolicyText> current(Transaction transaction, ResourceId resource) {
        return policies.current(transaction, resource).map(stored -> new PolicyText(stored.version(), stored.xml()));
    }
}

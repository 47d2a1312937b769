package no.klarert.server;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.access.ApiDelegationStore;
import no.klarert.issuer.DelegationSource;
import no.klarert.issuer.ScopeDelegations;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * The issuer's delegations, kept in the access room: the look-up that the public issuer makes over HTTP (Maskinporten §8.3), in
 * the same process. Whatever name a source has, its delegations are the installation's own.
 */
final class AccessScopeDelegations implements ScopeDelegations {
    private final Set<String> sources;
    private final Transactions transactions;
    private final ResourceStore resources;
    private final ApiDelegationStore delegations;

    AccessScopeDelegations(
            Collection<DelegationSource> sources,
            Transactions transactions,
            ResourceStore resources,
            ApiDelegationStore delegations) {
        this.sources = sources.stream().map(DelegationSource::issuer).collect(Collectors.toUnmodifiableSet());
        this.transactions = transactions;
        this.resources = resources;
        this.delegations = delegations;
    }

    @Override
    public boolean isSource(String issuer) {
        return sources.contains(issuer);
    }

    @Override
    public boolean isDelegated(OrgNumber consumer, OrgNumber supplier, ScopeName scope) {
        return transactions.run(tx -> {
            var schemes = resources.schemesOf(tx, scope);
            return !schemes.isEmpty() && delegations.isGiven(tx, consumer, supplier, schemes);
        });
    }
}

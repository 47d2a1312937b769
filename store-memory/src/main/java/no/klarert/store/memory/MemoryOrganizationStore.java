package no.klarert.store.memory;

import java.util.Optional;
import no.klarert.issuer.Organization;
import no.klarert.issuer.OrganizationStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/** Organisations, and the owner of each prefix. */
final class MemoryOrganizationStore implements OrganizationStore {
    private final MemoryTable<OrgNumber, Organization> organizations;
    private final MemoryTable<String, OrgNumber> owners;

    MemoryOrganizationStore(MemoryTransactions transactions) {
        organizations = new MemoryTable<>(transactions);
        owners = new MemoryTable<>(transactions);
    }

    @Override
    public Optional<Organization> find(Transaction transaction, OrgNumber number) {
        return organizations.find(transaction, number);
    }

    @Override
    public Optional<Organization> ownerOfPrefix(Transaction transaction, String prefix) {
        return owners.find(transaction, prefix).flatMap(owner -> find(transaction, owner));
    }

    @Override
    public void save(Transaction transaction, Organization organization) {
        find(transaction, organization.number())
                .ifPresent(old -> old.scopePrefixes().forEach(prefix -> owners.remove(transaction, prefix)));
        for (var prefix : organization.scopePrefixes()) {
            if (!owners.insert(transaction, prefix, organization.number())) {
                throw new StorageException("a scope prefix has another owner");
            }
        }
        organizations.put(transaction, organization.number(), organization);
    }
}

package no.klarert.store.memory;

import java.util.Optional;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transaction;

/** Facts by name. */
final class MemoryInstallationFacts implements InstallationFacts {
    private final MemoryTable<String, String> facts;

    MemoryInstallationFacts(MemoryTransactions transactions) {
        facts = new MemoryTable<>(transactions);
    }

    @Override
    public Optional<String> find(Transaction transaction, String name) {
        return facts.find(transaction, name);
    }

    @Override
    public boolean record(Transaction transaction, String name, String value) {
        return facts.insert(transaction, name, value);
    }
}

package no.klarert.store.memory;

import static java.util.Comparator.comparingInt;

import java.util.List;
import no.klarert.issuer.KeyTimes;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.storage.Transaction;

/** The issuers' keys. */
final class MemorySigningKeyStore implements SigningKeyStore {
    private final MemoryTable<KeyNumber, StoredKey> keys;

    MemorySigningKeyStore(MemoryTransactions transactions) {
        keys = new MemoryTable<>(transactions);
    }

    @Override
    public List<StoredKey> keys(Transaction transaction, String issuer) {
        return keys.all(transaction)
                .filter(key -> key.issuer().equals(issuer))
                .sorted(comparingInt(StoredKey::number))
                .toList();
    }

    @Override
    public List<StoredKey> heldKeys(Transaction transaction, String issuer) {
        return keys(transaction, issuer);
    }

    @Override
    public boolean insert(Transaction transaction, StoredKey key) {
        return keys.insert(transaction, new KeyNumber(key.issuer(), key.number()), key);
    }

    @Override
    public boolean reschedule(Transaction transaction, String issuer, int number, KeyTimes times) {
        var name = new KeyNumber(issuer, number);
        var found = keys.find(transaction, name);
        found.ifPresent(key -> keys.put(transaction, name, key.with(times)));
        return found.isPresent();
    }

    private record KeyNumber(String issuer, int number) {}
}

package no.klarert.store.postgres;

import java.util.List;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.storage.Transaction;

final class PostgresSigningKeyStore implements SigningKeyStore {
    private static final String KEYS = """
            SELECT issuer, number, key_id, sealed_private_key, public_key, created
            FROM signing_key
            WHERE issuer = ?
            ORDER BY number
            """;

    private static final String INSERT = """
            INSERT INTO signing_key (issuer, number, key_id, sealed_private_key, public_key, created)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (issuer, number) DO NOTHING
            """;

    private final PostgresTransactions transactions;

    PostgresSigningKeyStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredKey> keys(Transaction transaction, String issuer) {
        return transactions
                .handle(transaction)
                .select(KEYS, issuer)
                .map((row, context) -> new StoredKey(
                        Columns.text(row, "issuer"),
                        row.getInt("number"),
                        Columns.text(row, "key_id"),
                        Columns.bytes(row, "sealed_private_key"),
                        Columns.bytes(row, "public_key"),
                        Columns.time(row, "created")))
                .list();
    }

    @Override
    public boolean insert(Transaction transaction, StoredKey key) {
        return transactions
                        .handle(transaction)
                        .execute(
                                INSERT,
                                key.issuer(),
                                key.number(),
                                key.keyId(),
                                key.sealedPrivateKey().toArray(),
                                key.publicKey().toArray(),
                                Columns.time(key.created()))
                == 1;
    }
}

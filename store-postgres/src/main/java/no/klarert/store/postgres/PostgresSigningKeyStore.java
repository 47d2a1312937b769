package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import no.klarert.issuer.KeyTimes;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.storage.Transaction;
import org.jspecify.annotations.Nullable;

final class PostgresSigningKeyStore implements SigningKeyStore {
    private static final String KEYS = """
            SELECT issuer, number, key_id, sealed_private_key, public_key, created, signs_from, published_until
            FROM signing_key
            WHERE issuer = ?
            ORDER BY number
            """;

    private static final String HELD_KEYS = """
            SELECT issuer, number, key_id, sealed_private_key, public_key, created, signs_from, published_until
            FROM signing_key
            WHERE issuer = ?
            ORDER BY number
            FOR UPDATE
            """;

    private static final String INSERT = """
            INSERT INTO signing_key
                (issuer, number, key_id, sealed_private_key, public_key, created, signs_from, published_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (issuer, number) DO NOTHING
            """;

    private static final String RESCHEDULE = """
            UPDATE signing_key
            SET created = ?, signs_from = ?, published_until = ?
            WHERE issuer = ? AND number = ?
            """;

    private final PostgresTransactions transactions;

    PostgresSigningKeyStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StoredKey> keys(Transaction transaction, String issuer) {
        return select(transaction, KEYS, issuer);
    }

    @Override
    public List<StoredKey> heldKeys(Transaction transaction, String issuer) {
        return select(transaction, HELD_KEYS, issuer);
    }

    private List<StoredKey> select(Transaction transaction, String sql, String issuer) {
        return transactions
                .handle(transaction)
                .select(sql, issuer)
                .map((row, context) -> key(row))
                .list();
    }

    private static StoredKey key(ResultSet row) throws SQLException {
        return new StoredKey(
                Columns.text(row, "issuer"),
                row.getInt("number"),
                Columns.text(row, "key_id"),
                Columns.bytes(row, "sealed_private_key"),
                Columns.bytes(row, "public_key"),
                new KeyTimes(
                        Columns.time(row, "created"),
                        Columns.time(row, "signs_from"),
                        Columns.optionalTime(row, "published_until")));
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
                                Columns.time(key.times().published()),
                                Columns.time(key.times().signsFrom()),
                                until(key.times()))
                == 1;
    }

    @Override
    public boolean reschedule(Transaction transaction, String issuer, int number, KeyTimes times) {
        return transactions
                        .handle(transaction)
                        .execute(
                                RESCHEDULE,
                                Columns.time(times.published()),
                                Columns.time(times.signsFrom()),
                                until(times),
                                issuer,
                                number)
                == 1;
    }

    private static @Nullable OffsetDateTime until(KeyTimes times) {
        return times.publishedUntil().map(Columns::time).orElse(null);
    }
}

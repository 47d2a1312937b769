package no.klarert.store.postgres;

import java.util.Optional;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transaction;

final class PostgresInstallationFacts implements InstallationFacts {
    private static final String FIND = "SELECT value FROM installation_fact WHERE name = ?";

    private static final String RECORD = """
            INSERT INTO installation_fact (name, value)
            VALUES (?, ?)
            ON CONFLICT (name) DO NOTHING
            """;

    private final PostgresTransactions transactions;

    PostgresInstallationFacts(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> find(Transaction transaction, String name) {
        return transactions
                .handle(transaction)
                .select(FIND, name)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public boolean record(Transaction transaction, String name, String value) {
        return transactions.handle(transaction).execute(RECORD, name, value) == 1;
    }
}

package no.klarert.store.postgres;

import no.klarert.issuer.TokenLog;
import no.klarert.storage.Transaction;

final class PostgresTokenLog implements TokenLog {
    private static final String RECORD = """
            INSERT INTO token_log (id, at, trace_id, client, consumer, scopes, systemuser, outcome)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
            """;

    private final PostgresTransactions transactions;

    PostgresTokenLog(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Transaction transaction, Entry entry) {
        transactions
                .handle(transaction)
                .execute(
                        RECORD,
                        Columns.time(entry.at()),
                        entry.traceId(),
                        entry.clientId(),
                        entry.consumer(),
                        entry.scopes(),
                        entry.systemUser(),
                        entry.outcome());
    }
}

package no.klarert.store.postgres;

import no.klarert.pdp.DecisionLog;
import no.klarert.storage.Transaction;

final class PostgresDecisionLog implements DecisionLog {
    private static final String RECORD = """
            INSERT INTO decision_log (id, at, trace_id, caller, subject, action, resource, party, decision, status, decided_by)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final PostgresTransactions transactions;

    PostgresDecisionLog(PostgresTransactions transactions) {
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
                        entry.caller(),
                        entry.subject(),
                        entry.action(),
                        entry.resource(),
                        entry.party(),
                        entry.decision(),
                        entry.status(),
                        entry.decidedBy());
    }
}

package no.klarert.store.postgres;

import static no.klarert.store.postgres.PostgresTransaction.handle;

import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;

final class PostgresAuditTrail implements AuditTrail {
    private static final String RECORD = """
            INSERT INTO audit_event (id, at, actor, action, object, detail)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?)
            """;

    @Override
    public void record(Transaction transaction, AuditEvent event) {
        handle(transaction)
                .execute(
                        RECORD,
                        Columns.time(event.at()),
                        event.actor().label(),
                        event.action(),
                        event.object(),
                        event.detail());
    }
}

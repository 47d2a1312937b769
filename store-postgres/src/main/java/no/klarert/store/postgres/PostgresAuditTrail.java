package no.klarert.store.postgres;

import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import org.jspecify.annotations.Nullable;

final class PostgresAuditTrail implements AuditTrail {
    private static final String RECORD = """
            INSERT INTO audit_event (id, at, actor, client, action, object, detail)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?)
            """;

    private final PostgresTransactions transactions;

    PostgresAuditTrail(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(Transaction transaction, AuditEvent event) {
        transactions
                .handle(transaction)
                .execute(
                        RECORD,
                        Columns.time(event.at()),
                        event.actor().label(),
                        client(event.actor()),
                        event.action(),
                        event.object(),
                        event.detail());
    }

    private static @Nullable String client(Actor actor) {
        return switch (actor) {
            case Actor.OfOrganization(var organization, var client) -> client;
            case Actor.OfPerson person -> null;
            case Actor.OfInstallation installation -> null;
        };
    }
}

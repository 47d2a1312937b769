package no.klarert.storage;

/** The record of every change, written in the transaction that makes the change. */
public interface AuditTrail {
    void record(Transaction transaction, AuditEvent event);
}

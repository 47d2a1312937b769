package no.klarert.pdp;

import java.time.Instant;
import no.klarert.storage.Transaction;

/** The record of every decision, whatever it was. */
public interface DecisionLog {
    void record(Transaction transaction, Entry entry);

    /**
     * One decision.
     *
     * @param caller who asked, as {@link Asker} names it
     * @param subject the subject's identifying attribute and value; a person number never, only the party uuid it stood for
     * @param party the resource party's uuid, or empty
     * @param decision the decision value's XACML name
     * @param status the XACML status code
     * @param decidedBy {@code policy}, {@code delegation}, {@code access-list} or {@code failure}
     */
    record Entry(
            Instant at,
            String traceId,
            String caller,
            String subject,
            String action,
            String resource,
            String party,
            String decision,
            String status,
            String decidedBy) {}
}

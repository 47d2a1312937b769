package no.klarert.store.contract;

import java.util.List;
import java.util.function.Supplier;
import no.klarert.pdp.DecisionLog;
import no.klarert.storage.Transactions;

/** The contract of {@link DecisionLog}. */
public abstract class DecisionLogContract extends LogContract<DecisionLog.Entry> {
    protected DecisionLogContract(
            Transactions transactions, DecisionLog log, Supplier<List<DecisionLog.Entry>> recorded) {
        super(transactions, log::record, recorded);
    }

    @Override
    protected List<DecisionLog.Entry> entries() {
        return List.of(
                entry(Samples.partyUuid(1).toString(), "Permit", "policy"), entry("", "Indeterminate", "failure"));
    }

    private static DecisionLog.Entry entry(String party, String decision, String decidedBy) {
        return new DecisionLog.Entry(
                Samples.NOW,
                "4bf92f3577b34da6",
                Samples.organization(0).value(),
                "urn:altinn:systemuser:uuid " + Samples.partyUuid(2),
                "read",
                "ske-krav-og-betalinger",
                party,
                decision,
                "urn:oasis:names:tc:xacml:1.0:status:ok",
                decidedBy);
    }
}

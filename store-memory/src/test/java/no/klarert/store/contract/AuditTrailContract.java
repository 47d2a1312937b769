package no.klarert.store.contract;

import java.util.List;
import java.util.function.Supplier;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.UserId;

/** The contract of {@link AuditTrail}. */
public abstract class AuditTrailContract extends LogContract<AuditEvent> {
    protected AuditTrailContract(Transactions transactions, AuditTrail audit, Supplier<List<AuditEvent>> recorded) {
        super(transactions, audit::record, recorded);
    }

    @Override
    protected List<AuditEvent> entries() {
        return List.of(
                event(new Actor.OfOrganization(Samples.organization(0), "0f4d0f3c"), "scope.create"),
                event(new Actor.OfPerson(new UserId(20_000_001)), "systemuser.delete"),
                event(new Actor.OfInstallation(), "key.create"));
    }

    private static AuditEvent event(Actor actor, String action) {
        return new AuditEvent(Samples.NOW, actor, action, "skatteetaten:kravogbetalinger", "");
    }
}

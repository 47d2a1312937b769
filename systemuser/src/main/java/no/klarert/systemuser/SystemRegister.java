package no.klarert.systemuser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;

/** The register of vendors' systems (system user API §5). */
public final class SystemRegister {
    private final Transactions transactions;
    private final SystemStore systems;
    private final SystemCheck check;
    private final AuditTrail audit;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    /** @param ids random UUIDs for the internal ids of new systems */
    public SystemRegister(
            Transactions transactions,
            SystemStore systems,
            Offerings offerings,
            AuditTrail audit,
            InstantSource time,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.systems = systems;
        this.check = new SystemCheck(systems, offerings);
        this.audit = audit;
        this.time = time;
        this.ids = ids;
    }

    /** Registers a system. Ownership is judged before the description is (§5.4, steps 2 to 7). */
    public Registration register(Registrar caller, SystemDraft draft) {
        var vendor = SystemCheck.vendor(draft);
        if (vendor.isEmpty()) {
            return new Registration.Invalid(List.of(ValidationIssue.of(ValidationCode.VENDOR_ID)));
        }
        if (!caller.owns(vendor.get())) {
            return new Registration.NotOwner();
        }
        return transactions.run(transaction -> register(transaction, caller, draft, vendor.get()));
    }

    private Registration register(Transaction transaction, Registrar caller, SystemDraft draft, OrgNumber vendor) {
        var findings = check.check(transaction, draft, vendor);
        if (!findings.issues().isEmpty()) {
            return new Registration.Invalid(findings.issues());
        }
        var system = new RegisteredSystem(
                ids.get(),
                findings.id().orElseThrow(),
                vendor,
                draft.name(),
                draft.description(),
                findings.rights(),
                findings.accessPackages(),
                draft.clientIds(),
                draft.visible(),
                findings.redirectUrls(),
                false,
                time.instant());
        return switch (systems.insert(transaction, system)) {
            case INSERTED -> {
                record(transaction, caller, "system.register", system.id());
                yield new Registration.Registered(system);
            }
            case ID_TAKEN, CLIENT_ID_TAKEN -> new Registration.Conflict(draft.id());
        };
    }

    /** Visible systems that are not deleted, in order of id (§5.3). */
    public List<RegisteredSystem> catalogue() {
        return transactions.run(systems::visible);
    }

    /** The vendor's own systems that are not deleted, in order of id (§5.3). */
    public List<RegisteredSystem> ofVendor(OrgNumber vendor) {
        return transactions.run(transaction -> systems.ofVendor(transaction, vendor));
    }

    /** A system as everyone may see it, deleted or not (§5.3). */
    public Optional<RegisteredSystem> find(SystemId id) {
        return transactions.run(transaction -> systems.find(transaction, id));
    }

    /** A system as only its vendor may see it, deleted or not (§5.3). */
    public Access read(Registrar caller, SystemId id) {
        return find(id).map(system -> caller.owns(system.vendor()) ? new Access.Granted(system) : new Access.NotOwner())
                .orElseGet(Access.Unknown::new);
    }

    /**
     * Deletes a system for good and frees its client ids; its system users stay and get no more tokens (§5.7). One that is deleted
     * already is unknown.
     */
    public Access delete(Registrar caller, SystemId id) {
        return transactions.run(transaction -> {
            var system = systems.find(transaction, id);
            if (system.isEmpty()) {
                return new Access.Unknown();
            }
            if (!caller.owns(system.get().vendor())) {
                return new Access.NotOwner();
            }
            if (!systems.delete(transaction, id, time.instant())) {
                return new Access.Unknown();
            }
            record(transaction, caller, "system.delete", id);
            return new Access.Granted(system.get());
        });
    }

    private void record(Transaction transaction, Registrar caller, String action, SystemId system) {
        var detail = caller.isAdministrator() ? "as administrator" : "";
        audit.record(transaction, new AuditEvent(time.instant(), caller.actor(), action, system.value(), detail));
    }

    /** What came of reaching for one system. */
    public sealed interface Access {
        /** The system, as it was before a deletion. */
        record Granted(RegisteredSystem system) implements Access {}

        record NotOwner() implements Access {}

        record Unknown() implements Access {}
    }
}

package no.klarert.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;

/** Creating, replacing and finding resources (resource registry §4). Policies are {@link ResourcePolicies}'. */
public final class ResourceRegistry {
    private final Transactions transactions;
    private final ResourceStore resources;
    private final ScopePrefixes prefixes;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ResourceRegistry(
            Transactions transactions,
            ResourceStore resources,
            ScopePrefixes prefixes,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.resources = resources;
        this.prefixes = prefixes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the first version (resource registry §4.1). */
    public CreateOutcome create(Caller caller, ResourceDraft draft) {
        return transactions.run(tx -> create(tx, caller, draft));
    }

    /** As {@link #create(Caller, ResourceDraft)}, as part of a larger change. */
    public CreateOutcome create(Transaction transaction, Caller caller, ResourceDraft draft) {
        var refusal = refusal(transaction, caller, draft, Optional.empty());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var resource = ResourceRules.accepted(draft);
        var at = clock.instant();
        OptionalLong version = resources.insert(transaction, resource, at);
        if (version.isEmpty()) {
            return new CreateOutcome.IdentifierTaken(resource.id());
        }
        record(transaction, caller, "resource.create", resource.id(), version.getAsLong(), at);
        return new CreateOutcome.Created(new ResourceVersion(version.getAsLong(), resource, at));
    }

    /** Stores a further version in place of the latest, which stays readable by its number (resource registry §4.2). */
    public ReplaceOutcome replace(Caller caller, ResourceId id, ResourceDraft draft) {
        return transactions.run(tx -> replace(tx, caller, id, draft));
    }

    private ReplaceOutcome replace(Transaction transaction, Caller caller, ResourceId id, ResourceDraft draft) {
        var former = resources.lockLatest(transaction, id);
        if (former.isEmpty()) {
            return new ReplaceOutcome.Unknown();
        }
        if (!draft.identifier().equals(id.value())) {
            return new ReplaceOutcome.OtherIdentifier();
        }
        var refusal = refusal(transaction, caller, draft, former.map(ResourceVersion::resource));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var resource = ResourceRules.accepted(draft);
        var at = clock.instant();
        long version = resources.append(transaction, resource, at);
        record(transaction, caller, "resource.replace", id, version, at);
        return new ReplaceOutcome.Replaced(new ResourceVersion(version, resource, at));
    }

    /** The checks in the order that clients see: rules, then ownership of the former and the new document, then scopes. */
    private Optional<WriteRefusal> refusal(
            Transaction transaction, Caller caller, ResourceDraft draft, Optional<ServiceResource> former) {
        var findings = ResourceRules.findings(draft);
        if (!findings.isEmpty()) {
            return Optional.of(new WriteRefusal.Invalid(findings));
        }
        boolean ownsFormer =
                former.map(ServiceResource::owner).map(caller::mayChange).orElse(true);
        if (!ownsFormer || !caller.mayChange(ResourceRules.accepted(draft).owner())) {
            return Optional.of(new WriteRefusal.NotOwner());
        }
        var foreign = foreignScopes(transaction, caller, draft);
        return foreign.isEmpty() ? Optional.empty() : Optional.of(new WriteRefusal.ForeignScopes(foreign));
    }

    private List<String> foreignScopes(Transaction transaction, Caller caller, ResourceDraft draft) {
        if (caller.reachesEverything() || !draft.hasReference(ResourceRules.SCOPE_REFERENCE)) {
            return List.of();
        }
        var owned = caller.actor() instanceof Actor.OfOrganization o
                ? prefixes.ownedBy(transaction, o.organization())
                : List.<String>of();
        return draft.references().stream()
                .filter(reference -> reference.type().equals(ResourceRules.SCOPE_REFERENCE))
                .map(ServiceResource.Reference::reference)
                .filter(scope -> owned.stream().noneMatch(prefix -> scope.startsWith(prefix + ":")))
                .toList();
    }

    private void record(
            Transaction transaction, Caller caller, String action, ResourceId id, long version, Instant at) {
        audit.record(transaction, new AuditEvent(at, caller.actor(), action, id.value(), "version " + version));
    }

    /** The latest version. */
    public Optional<ResourceVersion> find(ResourceId id) {
        return transactions.run(tx -> resources.latest(tx, id));
    }

    /** One version; empty if it is not of that resource. */
    public Optional<ResourceVersion> find(ResourceId id, long versionId) {
        return transactions.run(tx -> resources.version(tx, id, versionId));
    }

    /** The latest version of every resource, in order of id (resource registry §4.5). */
    public List<ResourceVersion> list(MigratedApps migratedApps) {
        return transactions.run(resources::listLatest).stream()
                .filter(version -> migratedApps == MigratedApps.INCLUDED
                        || version.resource().type() != ResourceType.MIGRATED_APP)
                .toList();
    }

    /** The resources whose latest version matches, in order of id (resource registry §4.6). */
    public List<ResourceVersion> search(ResourceQuery query) {
        return transactions.run(resources::listLatest).stream()
                .filter(version -> query.matches(version.resource()))
                .toList();
    }

    /** Whether a list holds resources of type MigratedApp. */
    public enum MigratedApps {
        INCLUDED,
        LEFT_OUT
    }
}

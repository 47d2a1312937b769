package no.klarert.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** A registry on maps, with Skatteetaten as owner of the prefix {@code skatteetaten} and NAV as somebody else. */
final class RegistryFixture implements Transactions, ResourceStore, PolicyStore, ScopePrefixes {
    static final OrgNumber SKATTEETATEN = new OrgNumber("974761076");
    static final OrgNumber NAV = new OrgNumber("889640782");
    static final Caller OWNER = caller(SKATTEETATEN, Caller.Reach.OWN_RESOURCES);
    static final Caller STRANGER = caller(NAV, Caller.Reach.OWN_RESOURCES);
    static final Caller ADMINISTRATOR = caller(NAV, Caller.Reach.EVERY_RESOURCE);
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final List<AuditEvent> audited = new ArrayList<>();
    final ResourceRegistry registry =
            new ResourceRegistry(this, this, this, (tx, event) -> audited.add(event), InstantSource.fixed(NOW));
    final ResourcePolicies policies =
            new ResourcePolicies(this, this, this, (tx, event) -> audited.add(event), InstantSource.fixed(NOW));
    private final Map<ResourceId, List<ResourceVersion>> versions =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<ResourceId, StoredPolicy> stored = new HashMap<>();
    private long sequence;

    static Caller caller(OrgNumber organization, Caller.Reach reach) {
        return new Caller(new Actor.OfOrganization(organization, "client"), reach);
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        return work.apply(new Transaction() {});
    }

    @Override
    public Set<String> ownedBy(Transaction transaction, OrgNumber organization) {
        return organization.equals(SKATTEETATEN) ? Set.of("skatteetaten") : Set.of("nav");
    }

    @Override
    public OptionalLong insert(Transaction transaction, ServiceResource resource, Instant at) {
        return versions.containsKey(resource.id())
                ? OptionalLong.empty()
                : OptionalLong.of(append(transaction, resource, at));
    }

    @Override
    public long append(Transaction transaction, ServiceResource resource, Instant at) {
        sequence++;
        versions.computeIfAbsent(resource.id(), id -> new ArrayList<>())
                .add(new ResourceVersion(sequence, resource, at));
        return sequence;
    }

    @Override
    public Optional<ResourceVersion> latest(Transaction transaction, ResourceId id) {
        return Optional.ofNullable(versions.get(id)).map(List::getLast);
    }

    @Override
    public Optional<ResourceVersion> lockLatest(Transaction transaction, ResourceId id) {
        return latest(transaction, id);
    }

    @Override
    public Optional<ResourceVersion> version(Transaction transaction, ResourceId id, long versionId) {
        return versions.getOrDefault(id, List.of()).stream()
                .filter(version -> version.versionId() == versionId)
                .findFirst();
    }

    @Override
    public List<ResourceId> schemesOf(Transaction transaction, ScopeName scope) {
        return listLatest(transaction).stream()
                .map(ResourceVersion::resource)
                .filter(resource -> resource.type() == ResourceType.MASKINPORTEN_SCHEMA)
                .filter(resource -> resource.scopes().contains(scope.value()))
                .map(ServiceResource::id)
                .toList();
    }

    @Override
    public List<ResourceVersion> listLatest(Transaction transaction) {
        return versions.values().stream().map(List::getLast).toList();
    }

    @Override
    public long put(Transaction transaction, ResourceId resource, Bytes xml, Instant at) {
        sequence++;
        stored.put(resource, new StoredPolicy(resource, sequence, xml));
        return sequence;
    }

    @Override
    public Optional<StoredPolicy> current(Transaction transaction, ResourceId resource) {
        return Optional.ofNullable(stored.get(resource));
    }

    @Override
    public OptionalLong currentVersion(Transaction transaction, ResourceId resource) {
        var policy = stored.get(resource);
        return policy == null ? OptionalLong.empty() : OptionalLong.of(policy.version());
    }
}

package no.klarert.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import no.klarert.pdp.PolicyRetrievalPoint;
import no.klarert.pdp.PolicyRetrievalPoint.Retrieval;
import no.klarert.portal.Rights;
import no.klarert.registry.PolicyAttribute;
import no.klarert.registry.PolicyViews;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ResourceId;

/**
 * Which services an access package opens: those whose policy names it (resource registry §6.1). It takes a look at every
 * resource, so what was found is kept for a minute. It is for people to read; no decision rests on it.
 */
final class PackageContents {
    private static final String PACKAGE = "urn:altinn:accesspackage";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ResourceStore resources;
    private final PolicyRetrievalPoint policies;
    private final InstantSource clock;
    private final AtomicReference<Found> kept = new AtomicReference<>(new Found(Instant.MIN, Map.of()));

    PackageContents(ResourceStore resources, PolicyRetrievalPoint policies, InstantSource clock) {
        this.resources = resources;
        this.policies = policies;
        this.clock = clock;
    }

    /** The services in order of resource id; none for a package that no policy names. */
    List<Rights.Service> of(Transaction transaction, AccessPackage accessPackage) {
        return found(transaction).services().getOrDefault(accessPackage, List.of());
    }

    private Found found(Transaction transaction) {
        var now = clock.instant();
        var former = kept.get();
        if (now.isBefore(former.until())) {
            return former;
        }
        var found = new Found(now.plus(KEPT), look(transaction));
        kept.set(found);
        return found;
    }

    private Map<AccessPackage, List<Rights.Service>> look(Transaction transaction) {
        Map<AccessPackage, List<Rights.Service>> services = new HashMap<>();
        for (var version : resources.listLatest(transaction)) {
            var resource = version.resource();
            var service = new Rights.Service(resource.title(), RightsInWords.owner(resource));
            packages(transaction, resource.id())
                    .forEach(each -> services.computeIfAbsent(each, p -> new ArrayList<>())
                            .add(service));
        }
        return services;
    }

    private Set<AccessPackage> packages(Transaction transaction, ResourceId resource) {
        return switch (policies.policyFor(transaction, resource)) {
            case Retrieval.Found(var policy) -> packages(PolicyViews.subjects(policy.policy()));
            case Retrieval.Missing() -> Set.of();
            case Retrieval.Unusable() -> Set.of();
        };
    }

    private static Set<AccessPackage> packages(Set<PolicyAttribute> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(PACKAGE))
                .flatMap(subject -> accessPackage(subject.value()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Policies may name what is no package at all. */
    private static Optional<AccessPackage> accessPackage(String name) {
        try {
            return Optional.of(new AccessPackage(name));
        } catch (InvalidValueException notAPackage) {
            return Optional.empty();
        }
    }

    private record Found(Instant until, Map<AccessPackage, List<Rights.Service>> services) {}
}

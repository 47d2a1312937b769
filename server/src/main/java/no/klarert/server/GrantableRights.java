package no.klarert.server;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.klarert.access.ReasonCode;
import no.klarert.access.ResourceRights;
import no.klarert.pdp.PolicyRetrievalPoint;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.registry.PolicyAttribute;
import no.klarert.registry.PolicyRights;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.RoleCode;

/**
 * What there is to pass on about a resource: the rights its policy gives to a role or a package on the resource as a whole
 * (Altinn PDP §8.6). A rule with a condition, or one that asks for two things of the subject at once, gives nothing to pass on:
 * what is delegated holds without it.
 */
final class GrantableRights implements ResourceRights {
    private static final String PACKAGE = "urn:altinn:accesspackage";

    private final ResourceStore resources;
    private final PolicyRetrievalPoint policies;
    private final Function<ServiceResource, Optional<ReasonCode>> kindObstacle;

    private GrantableRights(
            ResourceStore resources,
            PolicyRetrievalPoint policies,
            Function<ServiceResource, Optional<ReasonCode>> kindObstacle) {
        this.resources = resources;
        this.policies = policies;
        this.kindObstacle = kindObstacle;
    }

    /** Rights that are given one by one: API schemes are given in another way. */
    static GrantableRights single(ResourceStore resources, PolicyRetrievalPoint policies) {
        return new GrantableRights(
                resources,
                policies,
                resource -> isScheme(resource)
                        ? Optional.of(ReasonCode.RESOURCE_IS_MASKINPORTEN_SCHEMA)
                        : Optional.empty());
    }

    /** Rights to API schemes; no other resource is known. */
    static GrantableRights ofSchemes(ResourceStore resources, PolicyRetrievalPoint policies) {
        return new GrantableRights(
                resources,
                policies,
                resource -> isScheme(resource) ? Optional.empty() : Optional.of(ReasonCode.UNKNOWN));
    }

    private static boolean isScheme(ServiceResource resource) {
        return resource.type() == ResourceType.MASKINPORTEN_SCHEMA;
    }

    @Override
    public Optional<GrantableResource> find(Transaction transaction, ResourceId id) {
        return resources
                .latest(transaction, id)
                .map(version -> new GrantableResource(obstacle(version.resource()), rights(transaction, id)));
    }

    /** Access lists cannot be connected yet, so nobody is on the list of a resource that asks for one. */
    private Optional<ReasonCode> obstacle(ServiceResource resource) {
        var ofKind = kindObstacle.apply(resource);
        if (ofKind.isPresent()) {
            return ofKind;
        }
        if (!resource.delegable()) {
            return Optional.of(ReasonCode.RESOURCE_NOT_DELEGABLE);
        }
        return resource.accessListMode() == ServiceResource.AccessListMode.ENABLED
                ? Optional.of(ReasonCode.ACCESS_LIST_VALIDATION_FAIL)
                : Optional.empty();
    }

    private List<GrantableRight> rights(Transaction transaction, ResourceId id) {
        return switch (policies.policyFor(transaction, id)) {
            case PolicyRetrievalPoint.Retrieval.Found(var policy) -> rights(policy.policy(), id);
            case PolicyRetrievalPoint.Retrieval.Missing() -> List.of();
            case PolicyRetrievalPoint.Retrieval.Unusable() -> List.of();
        };
    }

    static List<GrantableRight> rights(Policy policy, ResourceId id) {
        Map<ActionName, Set<PolicyAttribute>> subjects = new LinkedHashMap<>();
        for (var right : PolicyRights.of(withUnconditionalRules(policy), id)) {
            if (right.isOnWholeResource() && right.action().type().equals(Xacml.ACTION_ID)) {
                value(right.action(), ActionName::new)
                        .ifPresent(action -> subjects.computeIfAbsent(action, a -> new HashSet<>())
                                .addAll(right.subjects()));
            }
        }
        return subjects.entrySet().stream()
                .map(entry -> right(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static GrantableRight right(ActionName action, Set<PolicyAttribute> subjects) {
        Set<RoleCode> roles = new HashSet<>();
        Set<AccessPackage> packages = new HashSet<>();
        for (var subject : subjects) {
            if (subject.type().equals(PACKAGE)) {
                value(subject, AccessPackage::new).ifPresent(packages::add);
            } else {
                value(subject, RoleCode::new).ifPresent(roles::add);
            }
        }
        return new GrantableRight(action, roles, packages);
    }

    /** Values of policies may be written in any case and name what does not exist. */
    private static <T> Optional<T> value(PolicyAttribute attribute, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(attribute.value().toLowerCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Policy withUnconditionalRules(Policy policy) {
        return new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target(),
                policy.variables(),
                policy.rules().stream().filter(GrantableRights::isUnconditional).toList(),
                policy.obligations(),
                policy.advice());
    }

    private static boolean isUnconditional(Rule rule) {
        var parts = rule.target().map(target -> target.anyOf()).orElse(List.of());
        var categories = parts.stream().map(GrantableRights::categories).toList();
        return rule.condition().isEmpty()
                && categories.stream().allMatch(each -> each.size() == 1)
                && new HashSet<>(categories).size() == categories.size();
    }

    private static Set<String> categories(AnyOf anyOf) {
        Set<String> categories = new HashSet<>();
        anyOf.allOf()
                .forEach(allOf -> allOf.matches()
                        .forEach(match -> categories.add(match.attribute().category())));
        return categories;
    }
}

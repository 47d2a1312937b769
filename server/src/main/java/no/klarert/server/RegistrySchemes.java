package no.klarert.server;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.access.ApiScheme;
import no.klarert.access.ApiSchemes;
import no.klarert.pdp.PolicyRetrievalPoint;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.Uuids;

/** The access room's API schemes: resources of the registry (resource registry §3.1 and §3.2). */
final class RegistrySchemes implements ApiSchemes {
    private static final String EARLIER_ID = "DelegationSchemeId";

    private final ResourceStore resources;
    private final PolicyRetrievalPoint policies;

    RegistrySchemes(ResourceStore resources, PolicyRetrievalPoint policies) {
        this.resources = resources;
        this.policies = policies;
    }

    @Override
    public List<ApiScheme> opening(Transaction transaction, ScopeName scope) {
        return resources.schemesOf(transaction, scope).stream()
                .flatMap(id -> resources.latest(transaction, id).stream())
                .map(version -> scheme(version.resource()))
                .toList();
    }

    private static ApiScheme scheme(ServiceResource resource) {
        var earlier = resource.references(EARLIER_ID).stream()
                .flatMap(text -> uuid(text).stream())
                .findFirst();
        return new ApiScheme(resource.id(), earlier, resource.scopes());
    }

    /** Some schemes had numbers; those are not told. */
    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(Uuids.parse(EARLIER_ID, text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    @Override
    public AuthenticationLevel requiredLevel(Transaction transaction, ResourceId scheme) {
        return switch (policies.policyFor(transaction, scheme)) {
            case PolicyRetrievalPoint.Retrieval.Found(var policy) -> requiredLevel(policy.policy());
            case PolicyRetrievalPoint.Retrieval.Missing() -> DecidedAuthority.NO_LEVEL;
            case PolicyRetrievalPoint.Retrieval.Unusable() -> DecidedAuthority.BEYOND_REACH;
        };
    }

    private static AuthenticationLevel requiredLevel(Policy policy) {
        return policy.obligations().stream()
                .filter(obligation -> obligation.fulfillOn() == Effect.PERMIT)
                .flatMap(obligation -> obligation.assignments().stream())
                .flatMap(RegistrySchemes::level)
                .max(AuthenticationLevel::compareTo)
                .orElse(DecidedAuthority.NO_LEVEL);
    }

    /** A level that is computed asks for the highest there is: it cannot be known without a decision. */
    private static Stream<AuthenticationLevel> level(AttributeAssignmentExpression assignment) {
        if (assignment.category().filter(DecidedAuthority.MINIMUM_LEVEL::equals).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                assignment.expression() instanceof AttributeValue value
                        ? DecidedAuthority.level(value.text().strip())
                        : DecidedAuthority.BEYOND_REACH);
    }
}

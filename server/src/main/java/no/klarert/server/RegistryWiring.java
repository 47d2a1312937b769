package no.klarert.server;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.klarert.registry.BuiltInResources;
import no.klarert.registry.ResourcePolicies;
import no.klarert.registry.ResourceRegistry;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;

/** The registry room and its endpoints. */
final class RegistryWiring {
    private static final String NAME = "Klarert";

    private final ResourceRegistry registry;
    private final ResourcePolicies policies;
    private final BuiltInResources builtIn;

    RegistryWiring(Stores stores, InstantSource clock) {
        this.registry = new ResourceRegistry(
                stores.transactions(),
                stores.resources(),
                new OwnedScopePrefixes(stores.organizations()),
                stores.audit(),
                clock);
        this.policies = new ResourcePolicies(
                stores.transactions(), stores.resources(), stores.policies(), stores.audit(), clock);
        this.builtIn = new BuiltInResources(
                stores.transactions(),
                stores.resources(),
                stores.policies(),
                registry,
                policies,
                ResourceJson::document);
    }

    /** Puts the resources that guard administration in place; leaves those that are there as they are. */
    void install(OrgNumber operator) {
        var name = LocalizedText.of(Map.of("nb", NAME, "nn", NAME, "en", NAME));
        try {
            builtIn.install(new BuiltInResources.Operator(operator, "klarert", name));
        } catch (IllegalStateException e) {
            throw new ConfigException("`operator`: " + e.getMessage(), e);
        }
    }

    List<Route> routes(Callers callers) {
        var writers = new RegistryCallers(callers);
        return Stream.of(
                        Routes.resources(new ResourceEndpoints(registry, writers)),
                        Routes.policies(new PolicyEndpoints(registry, policies, writers)))
                .flatMap(List::stream)
                .toList();
    }

    ResourceRegistry registry() {
        return registry;
    }

    ResourcePolicies policies() {
        return policies;
    }
}

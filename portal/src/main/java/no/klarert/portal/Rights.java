package no.klarert.portal;

import java.util.List;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.LocalizedText;

/** What a system may do: access packages and single services, in words for people. */
public record Rights(List<PackageRight> packages, List<ServiceRight> services) {
    public Rights {
        packages = List.copyOf(packages);
        services = List.copyOf(services);
    }

    int count() {
        return packages.size() + services.size();
    }

    /** An access package and the services it contains at the time. */
    public record PackageRight(LocalizedText name, LocalizedText description, List<Service> services) {
        public PackageRight {
            services = List.copyOf(services);
        }
    }

    /** A service inside a package. */
    public record Service(LocalizedText title, LocalizedText owner) {}

    /**
     * A single service.
     *
     * @param description the owner's words about what the right means; may be empty
     * @param owner name of the agency that owns the service
     * @param actions what may be done; empty if the owner's rules do not say it in actions
     */
    public record ServiceRight(
            LocalizedText title, LocalizedText description, LocalizedText owner, List<ActionName> actions) {
        public ServiceRight {
            actions = List.copyOf(actions);
        }

        boolean allowsSigning() {
            return actions.contains(new ActionName("sign"));
        }
    }
}

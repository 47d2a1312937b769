package no.klarert.systemuser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.vocabulary.AccessPackage;

/** Checks the access packages that a system asks to offer (system user API §5.2, V-PACKAGES). */
final class PackagesCheck {
    private final Offerings offerings;

    PackagesCheck(Offerings offerings) {
        this.offerings = offerings;
    }

    Checked<AccessPackage> check(List<String> urns, Visibility visibility) {
        List<AccessPackage> packages = new ArrayList<>();
        Map<Fault, List<String>> wrong = new EnumMap<>(Fault.class);
        for (var urn : urns) {
            var fault = fault(urn);
            if (fault.isPresent()) {
                wrong.computeIfAbsent(fault.get(), f -> new ArrayList<>()).add(urn);
            } else {
                packages.add(PackageUrn.parse(urn).orElseThrow());
            }
        }
        return new Checked<>(packages, issues(wrong, packages, visibility));
    }

    private Optional<Fault> fault(String urn) {
        if (!PackageUrn.isWellFormed(urn)) {
            return Optional.of(Fault.MALFORMED);
        }
        var traits = PackageUrn.parse(urn).flatMap(offerings::packageTraits);
        if (traits.isEmpty()) {
            return Optional.of(Fault.UNKNOWN);
        }
        boolean possible = traits.get().assignable() || traits.get().delegable();
        return possible ? Optional.empty() : Optional.of(Fault.IMPOSSIBLE);
    }

    private List<ValidationIssue> issues(
            Map<Fault, List<String>> wrong, List<AccessPackage> packages, Visibility visibility) {
        List<ValidationIssue> issues = new ArrayList<>();
        if (!wrong.isEmpty()) {
            var details = wrong.entrySet().stream()
                    .map(entry -> entry.getKey().heading + String.join(", ", entry.getValue()))
                    .toList();
            issues.add(ValidationIssue.of(
                    ValidationCode.PACKAGE_NOT_AVAILABLE, "Invalid Urn Details : ", String.join(" | ", details)));
        }
        if (hasDoubles(packages) || wrong.values().stream().anyMatch(PackagesCheck::hasDoubles)) {
            issues.add(ValidationIssue.of(ValidationCode.PACKAGE_DOUBLED));
        }
        if (visibility == Visibility.VISIBLE && packages.stream().anyMatch(this::isForClientsOnly)) {
            issues.add(ValidationIssue.of(ValidationCode.PACKAGE_FOR_CLIENTS_VISIBLE));
        }
        return issues;
    }

    private boolean isForClientsOnly(AccessPackage accessPackage) {
        return offerings
                .packageTraits(accessPackage)
                .filter(traits -> !traits.assignable())
                .isPresent();
    }

    private static boolean hasDoubles(List<?> values) {
        return new HashSet<>(values).size() < values.size();
    }

    /** Whether end users find the system in the portal's catalogue. */
    enum Visibility {
        VISIBLE,
        HIDDEN
    }

    /** Why a package cannot be offered, in the order of reporting. */
    private enum Fault {
        MALFORMED("Invalid format: "),
        UNKNOWN("Not found: "),
        IMPOSSIBLE("Not possible to delegate: ");

        private final String heading;

        Fault(String heading) {
            this.heading = heading;
        }
    }
}

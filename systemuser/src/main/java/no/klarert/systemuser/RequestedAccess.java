package no.klarert.systemuser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ResourceId;

/** The rights and packages of a request, all of them offered by its system (system user API §6.2). */
record RequestedAccess(List<Right> rights, List<AccessPackage> accessPackages) {
    RequestedAccess {
        rights = List.copyOf(rights);
        accessPackages = List.copyOf(accessPackages);
    }

    List<ResourceId> resources() {
        return rights.stream().map(Right::resource).distinct().toList();
    }

    /** What the vendor asks for, if the system offers it. */
    static Outcome<RequestedAccess> of(RequestDraft draft, RegisteredSystem system, Offerings offerings) {
        if (draft.rights().isEmpty() && draft.accessPackages().isEmpty()) {
            return Outcome.refused(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        }
        var rights = draft.rights().orElse(List.of());
        var packages = draft.accessPackages().orElse(List.of());
        if (rights.isEmpty() && packages.isEmpty()) {
            return Outcome.refused(SystemUserProblem.NOTHING_ASKED_FOR);
        }
        var offered = offeredRights(rights, system);
        if (offered.isEmpty()) {
            return Outcome.refused(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        }
        return offeredPackages(packages, system, offerings)
                .map(refusal -> (Outcome<RequestedAccess>) new Outcome.Refused<RequestedAccess>(refusal))
                .orElseGet(() -> new Outcome.Done<>(new RequestedAccess(offered.get(), parse(packages))));
    }

    /** Whether the system still offers what a stored request asks for; the refusal if it does not. */
    static Optional<Refusal> shortcoming(SystemUserRequest request, RegisteredSystem system, Offerings offerings) {
        if (!resources(system)
                .containsAll(request.rights().stream().map(Right::resource).toList())) {
            return Optional.of(Refusal.of(SystemUserProblem.RIGHT_NOT_AVAILABLE));
        }
        var urns = request.accessPackages().stream().map(AccessPackage::urn).toList();
        return offeredPackages(urns, system, offerings);
    }

    private static Optional<List<Right>> offeredRights(List<DraftRight> drafts, RegisteredSystem system) {
        var offered = resources(system);
        List<Right> rights = new ArrayList<>();
        for (var draft : drafts) {
            draft.resource()
                    .filter(resource -> draft.refersToResource() && offered.contains(resource))
                    .ifPresent(resource -> rights.add(new Right(draft.action(), resource)));
        }
        boolean all = rights.size() == drafts.size()
                && drafts.size() <= system.rights().size();
        return all ? Optional.of(rights) : Optional.empty();
    }

    private static Optional<Refusal> offeredPackages(List<String> urns, RegisteredSystem system, Offerings offerings) {
        if (urns.size() > system.accessPackages().size()) {
            return Optional.of(Refusal.of(SystemUserProblem.PACKAGE_NOT_ON_SYSTEM));
        }
        var notOffered = urns.stream()
                .filter(urn -> PackageUrn.parse(urn)
                        .filter(system.accessPackages()::contains)
                        .isEmpty())
                .toList();
        if (!notOffered.isEmpty()) {
            return refusal(SystemUserProblem.PACKAGE_NOT_ON_SYSTEM, "NotFoundPackages", notOffered);
        }
        var notAssignable = parse(urns).stream()
                .filter(accessPackage -> !isAssignable(accessPackage, offerings))
                .map(AccessPackage::urn)
                .toList();
        return notAssignable.isEmpty()
                ? Optional.empty()
                : refusal(SystemUserProblem.PACKAGE_NOT_ASSIGNABLE, "NotDelegablePackages", notAssignable);
    }

    private static boolean isAssignable(AccessPackage accessPackage, Offerings offerings) {
        return offerings
                .packageTraits(accessPackage)
                .filter(Offerings.PackageTraits::assignable)
                .isPresent();
    }

    private static Optional<Refusal> refusal(SystemUserProblem problem, String name, List<String> urns) {
        return Optional.of(Refusal.of(problem, name, String.join(", ", urns)));
    }

    private static Set<ResourceId> resources(RegisteredSystem system) {
        return system.rights().stream().map(Right::resource).collect(Collectors.toUnmodifiableSet());
    }

    private static List<AccessPackage> parse(List<String> urns) {
        return urns.stream()
                .flatMap(urn -> PackageUrn.parse(urn).stream())
                .distinct()
                .toList();
    }
}

package no.klarert.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.access.AccessLookup;
import no.klarert.access.Catalog;
import no.klarert.access.CatalogPackage;
import no.klarert.access.DelegationCheck;
import no.klarert.access.Recipient;
import no.klarert.portal.MissingRight;
import no.klarert.portal.Rights;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.Delegations;
import no.klarert.systemuser.RequestForDecision;
import no.klarert.systemuser.Right;
import no.klarert.systemuser.SystemUserDetail;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;

/** Rights as people read them: the registry's titles and owners, the catalogue's names, and what may be done. */
final class RightsInWords {
    private final ResourceStore resources;
    private final Catalog catalog;
    private final PackageContents contents;
    private final DelegationCheck check;
    private final AccessLookup lookup;

    RightsInWords(
            ResourceStore resources,
            Catalog catalog,
            PackageContents contents,
            DelegationCheck check,
            AccessLookup lookup) {
        this.resources = resources;
        this.catalog = catalog;
        this.contents = contents;
        this.check = check;
        this.lookup = lookup;
    }

    /**
     * What a request asks for, with the actions that the reader's yes would give. Of a service that the reader cannot pass on, and
     * of a request that is declined, all actions that there are to give.
     */
    Rights asked(Transaction transaction, RequestForDecision reading, PartyUuid reader) {
        var request = reading.view().request();
        var wanted = request.rights().stream().map(Right::resource).distinct().toList();
        var services =
                check.check(transaction, reader, reading.customer().uuid(), wanted, List.of()).resources().stream()
                        .map(answer -> service(transaction, answer.resource(), actions(answer)))
                        .toList();
        return new Rights(packages(transaction, request.accessPackages()), services);
    }

    private static Collection<ActionName> actions(DelegationCheck.ResourceAnswer answer) {
        return answer.isDelegable()
                ? answer.delegable()
                : answer.rights().stream()
                        .map(DelegationCheck.RightAnswer::action)
                        .toList();
    }

    /** What an accepted request gave, with the actions that its system user still has. */
    Rights given(Transaction transaction, RequestForDecision reading, SystemUserId systemUser) {
        var request = reading.view().request();
        var resources =
                request.rights().stream().map(Right::resource).distinct().toList();
        return held(transaction, reading.customer().uuid(), systemUser, resources, request.accessPackages());
    }

    /** What a system user has. */
    Rights held(Transaction transaction, SystemUserDetail detail) {
        var holdings = detail.holdings();
        return held(
                transaction,
                detail.owner().uuid(),
                detail.view().systemUser().id(),
                holdings.resources(),
                holdings.accessPackages());
    }

    private Rights held(
            Transaction transaction,
            PartyUuid owner,
            SystemUserId systemUser,
            Collection<ResourceId> wanted,
            Collection<AccessPackage> accessPackages) {
        var recipient = new Recipient.OfSystemUser(systemUser);
        var services = wanted.stream()
                .map(resource ->
                        service(transaction, resource, lookup.actions(transaction, owner, recipient, resource)))
                .toList();
        return new Rights(packages(transaction, accessPackages), services);
    }

    /** What a person cannot pass on, and why. */
    List<MissingRight> missing(Transaction transaction, Collection<Delegations.Check> checks) {
        return checks.stream()
                .map(each -> new MissingRight(
                        name(transaction, each.subject()), MissingRight.Reason.fromWire(each.reason())))
                .toList();
    }

    private LocalizedText name(Transaction transaction, Delegations.Subject subject) {
        return switch (subject) {
            case Delegations.Subject.OfResource(var resource) -> title(resource, find(transaction, resource));
            case Delegations.Subject.OfPackage(var accessPackage) -> name(accessPackage);
        };
    }

    private List<Rights.PackageRight> packages(Transaction transaction, Collection<AccessPackage> accessPackages) {
        return accessPackages.stream()
                .map(each ->
                        new Rights.PackageRight(name(each), LocalizedText.of(Map.of()), contents.of(transaction, each)))
                .toList();
    }

    private Rights.ServiceRight service(Transaction transaction, ResourceId id, Collection<ActionName> actions) {
        var found = find(transaction, id);
        var none = LocalizedText.of(Map.of());
        return new Rights.ServiceRight(
                title(id, found),
                found.map(ServiceResource::rightDescription).orElse(none),
                found.map(RightsInWords::owner).orElse(none),
                List.copyOf(actions));
    }

    private Optional<ServiceResource> find(Transaction transaction, ResourceId id) {
        return resources.latest(transaction, id).map(version -> version.resource());
    }

    private static LocalizedText title(ResourceId id, Optional<ServiceResource> found) {
        return found.map(ServiceResource::title).orElseGet(() -> norwegian(id.value()));
    }

    private LocalizedText name(AccessPackage accessPackage) {
        return catalog.accessPackage(accessPackage)
                .map(CatalogPackage::name)
                .orElseGet(() -> norwegian(accessPackage.name()));
    }

    /** The name of the organisation that owns a resource, or its code where it gave no name. */
    static LocalizedText owner(ServiceResource resource) {
        var owner = resource.owner();
        return owner.name().in("nb").isBlank() ? norwegian(owner.orgCode()) : owner.name();
    }

    private static LocalizedText norwegian(String text) {
        return LocalizedText.of(Map.of("nb", text));
    }
}

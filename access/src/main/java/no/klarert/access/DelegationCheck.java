package no.klarert.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;

/** What of a party's powers a person may pass on to a system user or a supplier (Altinn PDP §8.6–8.7). */
public final class DelegationCheck {
    /** Only for people (Altinn PDP §8.7). */
    private static final AccessPackage COMPANY_REPRESENTATIVE =
            new AccessPackage("virksomhetens-representant-skjemaoppgaver");

    private final Catalog catalog;
    private final PartyStore parties;
    private final AccessLookup lookup;
    private final Connections connections;
    private final ResourceRights resources;

    public DelegationCheck(
            Catalog catalog,
            PartyStore parties,
            RoleStore roles,
            DelegationStore delegations,
            ResourceRights resources) {
        this.catalog = catalog;
        this.parties = parties;
        this.lookup = new AccessLookup(catalog, parties, roles, delegations);
        this.connections = new Connections(catalog, parties, roles, delegations);
        this.resources = resources;
    }

    /** One answer for each resource and each package, in their order. Nothing can be passed on by or for an unknown party. */
    public Answer check(
            Transaction transaction,
            PartyUuid person,
            PartyUuid party,
            Collection<ResourceId> wantedResources,
            Collection<AccessPackage> wantedPackages) {
        var from = parties.byUuid(transaction, party);
        var powers = parties.byUuid(transaction, person)
                .flatMap(giver -> from.map(p -> Powers.of(transaction, catalog, connections, giver, p)))
                .orElse(new Powers(Set.of(), Set.of()));
        List<ResourceAnswer> resourceAnswers = new ArrayList<>();
        for (var resource : wantedResources) {
            var held = lookup.actions(transaction, party, new Recipient.OfParty(person), resource);
            resourceAnswers.add(answer(resource, resources.find(transaction, resource), powers, held));
        }
        var packageAnswers = wantedPackages.stream()
                .map(wanted -> new PackageAnswer(wanted, canPassOn(wanted, from, powers)))
                .toList();
        return new Answer(resourceAnswers, packageAnswers);
    }

    private boolean canPassOn(AccessPackage wanted, Optional<Party> from, Powers powers) {
        return powers.packages().contains(wanted)
                && !wanted.equals(COMPANY_REPRESENTATIVE)
                && catalog.accessPackage(wanted)
                        .filter(CatalogPackage::assignable)
                        .filter(entry -> from.filter(entry.givenBy()::includes).isPresent())
                        .isPresent();
    }

    private ResourceAnswer answer(
            ResourceId id, Optional<ResourceRights.GrantableResource> found, Powers powers, Set<ActionName> held) {
        if (found.isEmpty()) {
            return new ResourceAnswer(id, Optional.of(ReasonCode.UNKNOWN), List.of());
        }
        var rights = found.get().rights().stream()
                .map(right -> answer(right, powers, held))
                .toList();
        return new ResourceAnswer(id, found.get().obstacle(), rights);
    }

    /** Every way the policy offers is tried, role first. */
    private RightAnswer answer(ResourceRights.GrantableRight right, Powers powers, Set<ActionName> held) {
        List<ReasonCode> found = new ArrayList<>();
        List<ReasonCode> missing = new ArrayList<>();
        if (!right.roles().isEmpty()) {
            boolean has = right.roles().stream()
                    .anyMatch(role -> powers.roles().contains(catalog.role(role).code()));
            (has ? found : missing).add(has ? ReasonCode.ROLE_ACCESS : ReasonCode.MISSING_ROLE_ACCESS);
        }
        if (!right.packages().isEmpty()) {
            boolean has = right.packages().stream().anyMatch(powers.packages()::contains);
            (has ? found : missing).add(has ? ReasonCode.PACKAGE_ACCESS : ReasonCode.MISSING_PACKAGE_ACCESS);
        }
        boolean has = held.contains(right.action());
        (has ? found : missing).add(has ? ReasonCode.DELEGATION_ACCESS : ReasonCode.MISSING_DELEGATION_ACCESS);
        return new RightAnswer(right.action(), !found.isEmpty(), found.isEmpty() ? missing : found);
    }

    /** What can be passed on. */
    public record Answer(List<ResourceAnswer> resources, List<PackageAnswer> packages) {
        public Answer {
            resources = List.copyOf(resources);
            packages = List.copyOf(packages);
        }
    }

    /** Whether a package can be passed on. */
    public record PackageAnswer(AccessPackage accessPackage, boolean delegable) {
        /** Why not, or why. */
        public ReasonCode reason() {
            return delegable ? ReasonCode.PACKAGE_ACCESS : ReasonCode.MISSING_PACKAGE_ACCESS;
        }
    }

    /**
     * What of a resource can be passed on.
     *
     * @param obstacle what keeps all of it from being passed on
     */
    public record ResourceAnswer(ResourceId resource, Optional<ReasonCode> obstacle, List<RightAnswer> rights) {
        public ResourceAnswer {
            rights = List.copyOf(rights);
        }

        /** The actions that can be passed on. */
        public Set<ActionName> delegable() {
            Set<ActionName> actions = new LinkedHashSet<>();
            if (obstacle.isEmpty()) {
                rights.stream()
                        .filter(RightAnswer::delegable)
                        .map(RightAnswer::action)
                        .forEach(actions::add);
            }
            return actions;
        }

        /** A resource can be passed on if one of its actions can (system user API §10.1). */
        public boolean isDelegable() {
            return !delegable().isEmpty();
        }

        /** The first reason given. */
        public ReasonCode reason() {
            return obstacle.or(() -> rights.stream()
                            .flatMap(right -> right.reasons().stream())
                            .findFirst())
                    .orElse(ReasonCode.UNKNOWN);
        }
    }

    /**
     * Whether one action can be passed on.
     *
     * @param reasons the ways in which it can, or those that were tried in vain
     */
    public record RightAnswer(ActionName action, boolean delegable, List<ReasonCode> reasons) {
        public RightAnswer {
            reasons = List.copyOf(reasons);
        }
    }
}

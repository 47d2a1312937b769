package no.klarert.server;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import no.klarert.access.AccessLookup;
import no.klarert.access.Catalog;
import no.klarert.access.Party;
import no.klarert.access.PartyStore;
import no.klarert.access.Recipient;
import no.klarert.pdp.PolicyInformationPoint;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/** What the decision point asks about parties and system users, answered by the access and system user rooms. */
final class AccessInformationPoint implements PolicyInformationPoint {
    private final PartyStore parties;
    private final Catalog catalog;
    private final AccessLookup lookup;
    private final SystemUserStore systemUsers;
    private final SystemStore systems;

    AccessInformationPoint(
            PartyStore parties,
            Catalog catalog,
            AccessLookup lookup,
            SystemUserStore systemUsers,
            SystemStore systems) {
        this.parties = parties;
        this.catalog = catalog;
        this.lookup = lookup;
        this.systemUsers = systemUsers;
        this.systems = systems;
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PartyId id) {
        return parties.byId(transaction, id).map(AccessInformationPoint::known);
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PartyUuid uuid) {
        return parties.byUuid(transaction, uuid).map(AccessInformationPoint::known);
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, OrgNumber number) {
        return parties.byNumber(transaction, number).map(AccessInformationPoint::known);
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PersonIdentifier identifier) {
        return parties.byIdentifier(transaction, identifier).map(AccessInformationPoint::known);
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, UserId user) {
        return parties.byUser(transaction, user).map(AccessInformationPoint::known);
    }

    private static KnownParty known(Party party) {
        return switch (party) {
            case Party.Person person -> new KnownParty(person.id(), person.uuid(), person.user(), false);
            case Party.Organization organization ->
                new KnownParty(organization.id(), organization.uuid(), Optional.empty(), true);
        };
    }

    @Override
    public boolean isActive(Transaction transaction, SystemUserId systemUser) {
        return systemUsers
                .find(transaction, systemUser)
                .flatMap(user -> systems.find(transaction, user.key().system()))
                .filter(system -> !system.deleted())
                .isPresent();
    }

    @Override
    public Set<RoleName> roles(Transaction transaction, PartyUuid from, PartyUuid to) {
        Set<RoleName> names = new LinkedHashSet<>();
        for (var code : lookup.roles(transaction, from, to)) {
            catalog.role(code).names().forEach(name -> names.add(new RoleName(name.attribute(), name.value())));
        }
        return names;
    }

    @Override
    public Set<AccessPackage> packages(Transaction transaction, PartyUuid from, Holder to) {
        return lookup.packages(transaction, from, recipient(to));
    }

    @Override
    public Set<ActionName> actions(Transaction transaction, PartyUuid from, Holder to, ResourceId resource) {
        return lookup.actions(transaction, from, recipient(to), resource);
    }

    private static Recipient recipient(Holder holder) {
        return switch (holder) {
            case Holder.OfParty party -> new Recipient.OfParty(party.party());
            case Holder.OfSystemUser systemUser -> new Recipient.OfSystemUser(systemUser.systemUser());
        };
    }
}

package no.klarert.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.RoleCode;

/** What a receiver has from a giver: roles, packages and delegated actions (Altinn PDP §8.3–8.4). Unknown parties have nothing. */
public final class AccessLookup {
    private final Catalog catalog;
    private final PartyStore parties;
    private final DelegationStore delegations;
    private final Connections connections;

    public AccessLookup(Catalog catalog, PartyStore parties, RoleStore roles, DelegationStore delegations) {
        this.catalog = catalog;
        this.parties = parties;
        this.delegations = delegations;
        this.connections = new Connections(catalog, parties, roles, delegations);
    }

    /** The codes of the roles {@code to} has for {@code from}, with those that follow; {@link Catalog#role} knows their names. */
    public Set<RoleCode> roles(Transaction transaction, PartyUuid from, PartyUuid to) {
        return pair(transaction, from, to).map(pair -> roles(transaction, pair)).orElse(Set.of());
    }

    /** The packages that reach {@code to} from {@code from}: given ones, and to parties also those of roles. */
    public Set<AccessPackage> packages(Transaction transaction, PartyUuid from, Recipient to) {
        return switch (to) {
            case Recipient.OfParty receiver ->
                pair(transaction, from, receiver.party())
                        .map(pair -> packages(transaction, pair))
                        .orElseGet(Set::of);
            case Recipient.OfSystemUser receiver -> packages(transaction, from, receiver);
        };
    }

    /** The actions on {@code resource} that were delegated by {@code from} or its main unit and reach {@code to}. */
    public Set<ActionName> actions(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource) {
        Set<ActionName> actions = new LinkedHashSet<>();
        var receivers = receivers(transaction, to);
        for (var giver : givers(transaction, from)) {
            for (var receiver : receivers) {
                actions.addAll(delegations.actions(transaction, giver.uuid(), receiver, resource));
            }
        }
        return actions;
    }

    /** Whether the person may act for the party in any way at all. */
    public boolean represents(Transaction transaction, PartyUuid person, PartyUuid party) {
        return !roles(transaction, party, person).isEmpty()
                || !packages(transaction, party, new Recipient.OfParty(person)).isEmpty()
                || givers(transaction, party).stream()
                        .anyMatch(giver -> holdsResources(transaction, giver, new Recipient.OfParty(person)));
    }

    private boolean holdsResources(Transaction transaction, Party giver, Recipient to) {
        return receivers(transaction, to).stream()
                .anyMatch(receiver -> !delegations
                        .resources(transaction, giver.uuid(), receiver)
                        .isEmpty());
    }

    private Set<RoleCode> roles(Transaction transaction, Pair pair) {
        Set<RoleCode> roles = new LinkedHashSet<>(connections.roles(transaction, pair.from(), pair.to()));
        roles.addAll(connections.rolesThroughSoleProprietorship(transaction, pair.from(), pair.to()));
        return roles;
    }

    private Set<AccessPackage> packages(Transaction transaction, Pair pair) {
        var packages = connections.given(transaction, pair.from(), pair.to());
        for (var role : roles(transaction, pair)) {
            catalog.packagesOf(role).stream()
                    .filter(entry -> entry.hasAccess() && entry.appliesTo(pair.from()))
                    .map(RolePackage::accessPackage)
                    .forEach(packages::add);
        }
        return packages;
    }

    private Set<AccessPackage> packages(Transaction transaction, PartyUuid from, Recipient.OfSystemUser to) {
        Set<AccessPackage> packages = new TreeSet<>();
        for (var giver : givers(transaction, from)) {
            packages.addAll(delegations.packages(transaction, giver.uuid(), to));
        }
        return packages;
    }

    private List<Party> givers(Transaction transaction, PartyUuid from) {
        return parties.byUuid(transaction, from)
                .map(party -> connections.givers(transaction, party))
                .orElse(List.of());
    }

    /** Rights, unlike packages, also come from what sub-units of key-role organisations were given (Altinn PDP §8.4). */
    private List<Recipient> receivers(Transaction transaction, Recipient to) {
        List<Recipient> receivers = new ArrayList<>(List.of(to));
        if (to instanceof Recipient.OfParty receiver) {
            parties.byUuid(transaction, receiver.party()).stream()
                    .flatMap(party -> connections.keyRoleOrganizations(transaction, party).stream())
                    .forEach(organization -> addWithSubUnits(transaction, organization, receivers));
        }
        return receivers;
    }

    private void addWithSubUnits(Transaction transaction, Party.Organization main, List<Recipient> receivers) {
        receivers.add(new Recipient.OfParty(main.uuid()));
        for (var subUnit : parties.subUnits(transaction, main.id())) {
            receivers.add(new Recipient.OfParty(subUnit.uuid()));
        }
    }

    private Optional<Pair> pair(Transaction transaction, PartyUuid from, PartyUuid to) {
        return parties.byUuid(transaction, from)
                .flatMap(giver -> parties.byUuid(transaction, to).map(receiver -> new Pair(giver, receiver)));
    }

    private record Pair(Party from, Party to) {}
}

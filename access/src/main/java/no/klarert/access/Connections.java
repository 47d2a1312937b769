package no.klarert.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.RoleCode;

/** The ways in which roles and packages flow from one party to another (Altinn PDP §8.3). */
final class Connections {
    private static final RoleCode SHARED_LIABILITY = new RoleCode("dtpr");
    private static final RoleCode PROPRIETOR = new RoleCode("innh");
    private static final Set<RoleCode> ACCOUNTING = Stream.of(
                    "regn", "revi", "a0237", "a0238", "a0239", "a0240", "a0241")
            .map(RoleCode::new)
            .collect(Collectors.toUnmodifiableSet());

    private final Catalog catalog;
    private final PartyStore parties;
    private final RoleStore roles;
    private final DelegationStore delegations;

    Connections(Catalog catalog, PartyStore parties, RoleStore roles, DelegationStore delegations) {
        this.catalog = catalog;
        this.parties = parties;
        this.roles = roles;
        this.delegations = delegations;
    }

    /** Whose powers count for {@code from}: its own and its main unit's, never a sub-unit's. */
    List<Party> givers(Transaction transaction, Party from) {
        List<Party> givers = new ArrayList<>(List.of(from));
        if (from instanceof Party.Organization organization) {
            organization.mainUnit().flatMap(id -> parties.byId(transaction, id)).ifPresent(givers::add);
        }
        return givers;
    }

    /** The organisations whose powers {@code to} exercises by a key role, one step away. */
    List<Party.Organization> keyRoleOrganizations(Transaction transaction, Party to) {
        return roles.heldBy(transaction, to.id()).stream()
                .filter(assignment -> catalog.role(assignment.role()).isKey())
                .flatMap(assignment -> parties.byId(transaction, assignment.from()).stream()
                        .filter(from -> counts(assignment.role(), from)))
                .flatMap(party -> party instanceof Party.Organization o ? Stream.of(o) : Stream.empty())
                .distinct()
                .toList();
    }

    /** Every role that {@code to} has for {@code from}, directly, by key role, for the main unit, and what follows. */
    Set<RoleCode> roles(Transaction transaction, Party from, Party to) {
        return rolesFrom(transaction, givers(transaction, from), to);
    }

    /** The accounting roles {@code to} has for a sole proprietorship whose owner {@code from} is (Altinn PDP §8.3, 6). */
    Set<RoleCode> rolesThroughSoleProprietorship(Transaction transaction, Party from, Party to) {
        if (!(from instanceof Party.Person)) {
            return Set.of();
        }
        var proprietorships = roles.heldBy(transaction, from.id()).stream()
                .filter(assignment -> catalog.role(assignment.role()).code().equals(PROPRIETOR))
                .flatMap(assignment -> parties.byId(transaction, assignment.from()).stream())
                .filter(party -> isOfType(party, "ENK"))
                .toList();
        var all = rolesFrom(transaction, proprietorships, to);
        all.retainAll(ACCOUNTING);
        return all;
    }

    /** The packages given to {@code to}, or to an organisation where {@code to} has a key role. */
    Set<AccessPackage> given(Transaction transaction, Party from, Party to) {
        var receivers = receivers(transaction, to);
        Set<AccessPackage> given = new TreeSet<>();
        for (var giver : givers(transaction, from)) {
            for (var receiver : receivers) {
                var recipient = new Recipient.OfParty(receiver.uuid());
                given.addAll(delegations.packages(transaction, giver.uuid(), recipient));
            }
        }
        return given;
    }

    private Set<RoleCode> rolesFrom(Transaction transaction, Collection<? extends Party> givers, Party to) {
        var organizations = keyRoleOrganizations(transaction, to);
        Set<RoleCode> found = new LinkedHashSet<>();
        for (var giver : givers) {
            found.addAll(roles.roles(transaction, giver.id(), to.id()));
            for (var organization : organizations) {
                roles.roles(transaction, giver.id(), organization.id()).stream()
                        .filter(role -> counts(role, giver))
                        .forEach(found::add);
            }
        }
        return catalog.withImplied(found);
    }

    private List<Party> receivers(Transaction transaction, Party to) {
        List<Party> receivers = new ArrayList<>(List.of(to));
        receivers.addAll(keyRoleOrganizations(transaction, to));
        return receivers;
    }

    /** Participants with shared liability have no part in what an inter-municipal company (IKS) may do. */
    private boolean counts(RoleCode role, Party from) {
        return !(catalog.role(role).code().equals(SHARED_LIABILITY) && isOfType(from, "IKS"));
    }

    private static boolean isOfType(Party party, String unitType) {
        return party instanceof Party.Organization organization
                && organization.unitType().equals(unitType);
    }
}

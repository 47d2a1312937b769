package no.klarert.access;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.UserId;

/** Look-ups in the register of parties (access packages and roles §6). */
public final class PartyRegister {
    private final PartyStore parties;
    private final RoleStore roles;

    public PartyRegister(PartyStore parties, RoleStore roles) {
        this.parties = parties;
        this.roles = roles;
    }

    public Optional<Party.Organization> organization(Transaction transaction, OrgNumber number) {
        return parties.byNumber(transaction, number);
    }

    /** Empty if there is no such party, or if it is a person. */
    public Optional<Party.Organization> organization(Transaction transaction, PartyId id) {
        return parties.byId(transaction, id).flatMap(PartyRegister::organization);
    }

    /** The person behind a user profile. */
    public Optional<Party.Person> person(Transaction transaction, UserId user) {
        return parties.byUser(transaction, user);
    }

    /** The organisations for which the person holds a role, and their sub-units; in order of name, then id. */
    public List<Party.Organization> organizationsOf(Transaction transaction, Party.Person person) {
        Set<Party.Organization> found = new LinkedHashSet<>();
        for (var assignment : roles.heldBy(transaction, person.id())) {
            organization(transaction, assignment.from()).ifPresent(organization -> {
                found.add(organization);
                found.addAll(parties.subUnits(transaction, organization.id()));
            });
        }
        return found.stream()
                .sorted(Comparator.comparing(Party.Organization::name)
                        .thenComparingInt(organization -> organization.id().value()))
                .toList();
    }

    private static Optional<Party.Organization> organization(Party party) {
        return party instanceof Party.Organization organization ? Optional.of(organization) : Optional.empty();
    }
}

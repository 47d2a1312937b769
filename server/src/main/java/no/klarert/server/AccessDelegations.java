package no.klarert.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.klarert.access.AccessGrants;
import no.klarert.access.CannotPassOnException;
import no.klarert.access.DelegationCheck;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.access.ReasonCode;
import no.klarert.storage.Actor;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.systemuser.DelegationFailedException;
import no.klarert.systemuser.Delegations;
import no.klarert.systemuser.EndUser;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;

/** The system user room's delegations, kept in the access room. */
final class AccessDelegations implements Delegations {
    private final PartyRegister register;
    private final DelegationCheck check;
    private final AccessGrants grants;

    AccessDelegations(PartyRegister register, DelegationCheck check, AccessGrants grants) {
        this.register = register;
        this.check = check;
        this.grants = grants;
    }

    @Override
    public List<Check> check(
            Transaction transaction,
            EndUser person,
            Customer customer,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages) {
        List<Check> checks = new ArrayList<>();
        var party = party(transaction, person);
        if (party.isEmpty()) {
            resources.forEach(each -> checks.add(unknown(new Subject.OfResource(each))));
            accessPackages.forEach(each -> checks.add(unknown(new Subject.OfPackage(each))));
            return checks;
        }
        var answer = check.check(transaction, party.get(), customer.uuid(), resources, accessPackages);
        answer.resources()
                .forEach(each -> checks.add(new Check(
                        new Subject.OfResource(each.resource()),
                        each.isDelegable(),
                        each.reason().wireName())));
        answer.packages()
                .forEach(each -> checks.add(new Check(
                        new Subject.OfPackage(each.accessPackage()),
                        each.delegable(),
                        each.reason().wireName())));
        return checks;
    }

    private static Check unknown(Subject subject) {
        return new Check(subject, false, ReasonCode.UNKNOWN.wireName());
    }

    @Override
    public void give(
            Transaction transaction,
            EndUser person,
            Customer customer,
            SystemUserId to,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages,
            Instant at) {
        var party = party(transaction, person)
                .orElseThrow(() -> new DelegationFailedException("user " + person.id() + " has no party"));
        var giver = new AccessGrants.Giver(person.id(), party);
        try {
            grants.give(transaction, giver, customer.uuid(), to, resources, accessPackages, at);
        } catch (CannotPassOnException e) {
            throw new DelegationFailedException(e);
        }
    }

    @Override
    public Holdings holdings(Transaction transaction, Customer customer, SystemUserId systemUser) {
        var holdings = grants.holdings(transaction, customer.uuid(), systemUser);
        return new Holdings(holdings.resources(), holdings.accessPackages());
    }

    @Override
    public void takeAll(Transaction transaction, EndUser person, SystemUserId from, Instant at) {
        grants.takeAll(transaction, from, new Actor.OfPerson(person.id()), at);
    }

    private Optional<PartyUuid> party(Transaction transaction, EndUser person) {
        return register.person(transaction, person.id()).map(Party.Person::uuid);
    }
}

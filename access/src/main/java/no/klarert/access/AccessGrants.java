package no.klarert.access;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/** Giving a party's rights to system users and taking them back (Altinn PDP §8.5, §8.7). */
public final class AccessGrants {
    private final DelegationCheck check;
    private final DelegationStore delegations;
    private final AuditTrail audit;

    public AccessGrants(DelegationCheck check, DelegationStore delegations, AuditTrail audit) {
        this.check = check;
        this.delegations = delegations;
        this.audit = audit;
    }

    /**
     * Gives the actions on each resource that the person may pass on, and the packages. If there is a resource or package of which
     * the person may pass on nothing, {@link CannotPassOnException} says so and the transaction must be rolled back.
     */
    public void give(
            Transaction transaction,
            Giver giver,
            PartyUuid party,
            SystemUserId to,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages,
            Instant at) {
        var answer = check.check(transaction, giver.party(), party, resources, accessPackages);
        var recipient = new Recipient.OfSystemUser(to);
        for (var resource : answer.resources()) {
            if (!resource.isDelegable()) {
                throw new CannotPassOnException(resource.resource().value(), resource.reason());
            }
            delegations.giveActions(transaction, party, recipient, resource.resource(), resource.delegable(), at);
        }
        for (var each : answer.packages()) {
            if (!each.delegable()) {
                throw new CannotPassOnException(each.accessPackage().urn(), each.reason());
            }
            delegations.givePackage(transaction, party, recipient, each.accessPackage(), at);
        }
        audit.record(
                transaction,
                new AuditEvent(
                        at, new Actor.OfPerson(giver.user()), "access.give", to.toString(), describe(party, answer)));
    }

    /** Takes back everything the system user was given by anyone. */
    public void takeAll(Transaction transaction, SystemUserId from, Actor actor, Instant at) {
        int rows = delegations.takeAll(transaction, new Recipient.OfSystemUser(from));
        audit.record(transaction, new AuditEvent(at, actor, "access.take-all", from.toString(), rows + " taken back"));
    }

    /** What the party has given the system user. */
    public Holdings holdings(Transaction transaction, PartyUuid party, SystemUserId systemUser) {
        var recipient = new Recipient.OfSystemUser(systemUser);
        return new Holdings(
                delegations.resources(transaction, party, recipient),
                delegations.packages(transaction, party, recipient));
    }

    private static String describe(PartyUuid party, DelegationCheck.Answer answer) {
        var resources = answer.resources().stream()
                .map(each -> each.resource() + " ("
                        + each.delegable().stream().map(Object::toString).collect(Collectors.joining(" ")) + ")");
        var packages =
                answer.packages().stream().map(each -> each.accessPackage().urn());
        return "for " + party + ": " + Stream.concat(resources, packages).collect(Collectors.joining(", "));
    }

    /** A person who gives: the user profile and the party it belongs to. */
    public record Giver(UserId user, PartyUuid party) {}

    /** What a system user was given. */
    public record Holdings(SortedSet<ResourceId> resources, SortedSet<AccessPackage> accessPackages) {}
}

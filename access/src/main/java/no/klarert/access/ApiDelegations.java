package no.klarert.access;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.klarert.access.ApiDelegationAuthority.Wish;
import no.klarert.access.ApiDelegationOutcome.Done;
import no.klarert.access.ApiDelegationOutcome.NotAllowed;
import no.klarert.access.ApiDelegationOutcome.Reason;
import no.klarert.access.ApiDelegationOutcome.Refused;
import no.klarert.access.DelegationCheck.ResourceAnswer;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;

/**
 * What an organisation's people do with API delegations: give them to suppliers, see them and take them back, or give up those
 * received (Maskinporten §8.2). Each is one transaction; whatever changes leaves an audit record in it.
 */
public final class ApiDelegations {
    private final Transactions transactions;
    private final ApiOrganizations organizations;
    private final ApiSchemeCheck check;
    private final ApiDelegationStore delegations;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ApiDelegations(
            Transactions transactions,
            ApiOrganizations organizations,
            ApiSchemeCheck check,
            ApiDelegationStore delegations,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.check = check;
        this.delegations = delegations;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was given, and the rights of the scheme that the giver passed on with it. */
    public record Given(Party.Organization supplier, ResourceAnswer rights) {}

    /** Which rights to the scheme the person may pass on for the consumer, and why or why not. */
    public ApiDelegationOutcome<ResourceAnswer> check(Delegator by, PartyKey consumer, ResourceId scheme) {
        return as(by, consumer, Wish.WRITE, (tx, organization) -> {
            var answer = check.rights(tx, by, organization, scheme);
            return ApiSchemeCheck.isUnknown(answer) ? new Refused<>(Reason.NO_SUCH_SCHEME) : new Done<>(answer);
        });
    }

    /** Lets the supplier use the scopes of the scheme for the consumer. What is given already is done. */
    public ApiDelegationOutcome<Given> give(Delegator by, PartyKey consumer, PartyKey supplier, ResourceId scheme) {
        return as(by, consumer, Wish.WRITE, (tx, from) -> {
            var to = organizations.find(tx, supplier);
            if (to.isEmpty() || to.get().equals(from)) {
                return new Refused<>(to.isEmpty() ? Reason.NO_SUCH_ORGANIZATION : Reason.TO_ITSELF);
            }
            var rights = check.rights(tx, by, from, scheme);
            return check.refusal(tx, by, rights)
                    .<ApiDelegationOutcome<Given>>map(Refused::new)
                    .orElseGet(() -> give(tx, by, from, new Given(to.get(), rights)));
        });
    }

    private ApiDelegationOutcome<Given> give(
            Transaction transaction, Delegator by, Party.Organization from, Given given) {
        var key = new ApiDelegationStore.Key(
                from.uuid(), given.supplier().uuid(), given.rights().resource());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (delegations.give(transaction, key, Optional.of(by.user()), at)) {
            record(transaction, by, "api-delegation.give", from, given.supplier(), key.scheme());
        }
        return new Done<>(given);
    }

    /** What the consumer has given. */
    public ApiDelegationOutcome<List<ApiDelegation>> offered(Delegator by, PartyKey consumer) {
        return as(by, consumer, Wish.READ, (tx, from) -> new Done<>(delegations.givenBy(tx, from.uuid())));
    }

    /** What the supplier has received. */
    public ApiDelegationOutcome<List<ApiDelegation>> received(Delegator by, PartyKey supplier) {
        return as(by, supplier, Wish.READ, (tx, to) -> new Done<>(delegations.heldBy(tx, to.uuid())));
    }

    /** The consumer takes back; true if it had been given. */
    public ApiDelegationOutcome<Boolean> takeBack(
            Delegator by, PartyKey consumer, PartyKey supplier, ResourceId scheme) {
        return as(
                by,
                consumer,
                Wish.WRITE,
                (tx, from) -> organizations
                        .find(tx, supplier)
                        .map(to -> take(tx, by, from, to, scheme))
                        .orElseGet(() -> new Refused<>(Reason.NO_SUCH_ORGANIZATION)));
    }

    /** The supplier gives up; true if it had been given. */
    public ApiDelegationOutcome<Boolean> giveUp(Delegator by, PartyKey supplier, PartyKey consumer, ResourceId scheme) {
        return as(
                by,
                supplier,
                Wish.WRITE,
                (tx, to) -> organizations
                        .find(tx, consumer)
                        .map(from -> take(tx, by, from, to, scheme))
                        .orElseGet(() -> new Refused<>(Reason.NO_SUCH_ORGANIZATION)));
    }

    private ApiDelegationOutcome<Boolean> take(
            Transaction transaction, Delegator by, Party.Organization from, Party.Organization to, ResourceId scheme) {
        boolean taken = delegations.take(transaction, new ApiDelegationStore.Key(from.uuid(), to.uuid(), scheme));
        if (taken) {
            record(transaction, by, "api-delegation.take", from, to, scheme);
        }
        return new Done<>(taken);
    }

    private <T> ApiDelegationOutcome<T> as(
            Delegator by,
            PartyKey organization,
            Wish wish,
            BiFunction<Transaction, Party.Organization, ApiDelegationOutcome<T>> work) {
        return transactions.run(tx -> organizations
                .admit(tx, by, organization, wish)
                .map(admitted -> work.apply(tx, admitted))
                .orElseGet(NotAllowed::new));
    }

    private void record(
            Transaction transaction,
            Delegator by,
            String action,
            Party.Organization from,
            Party.Organization to,
            ResourceId scheme) {
        var detail = "from " + from.number() + " to " + to.number();
        audit.record(
                transaction,
                new AuditEvent(clock.instant(), new Actor.OfPerson(by.user()), action, scheme.value(), detail));
    }
}

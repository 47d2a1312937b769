package no.klarert.server;

import java.util.Optional;
import java.util.function.Function;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.portal.AccessRequest;
import no.klarert.portal.AccessRequests;
import no.klarert.portal.DeclineReason;
import no.klarert.portal.Organization;
import no.klarert.portal.PortalUser;
import no.klarert.portal.RequestAnswer;
import no.klarert.portal.RequestReading;
import no.klarert.portal.Rights;
import no.klarert.portal.Standing;
import no.klarert.storage.Actor;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.systemuser.EndUser;
import no.klarert.systemuser.Outcome;
import no.klarert.systemuser.PortalOutcome;
import no.klarert.systemuser.RequestDecisions;
import no.klarert.systemuser.RequestForDecision;
import no.klarert.systemuser.SystemUserProblem;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;

/**
 * The portal's requests, from the system user room, which decides at every call what the person may do. An answer is given in
 * one transaction of that room; finding out before it which customer it concerns, and in which words to show it, is not part of it.
 */
final class VendorRequests implements AccessRequests {
    private final Stores stores;
    private final RequestDecisions decisions;
    private final PartyRegister register;
    private final KnownNames names;
    private final RightsInWords words;

    VendorRequests(
            Stores stores, RequestDecisions decisions, PartyRegister register, KnownNames names, RightsInWords words) {
        this.stores = stores;
        this.decisions = decisions;
        this.register = register;
        this.names = names;
        this.words = words;
    }

    @Override
    public RequestReading read(PortalUser person, RequestId id) {
        return switch (decisions.read(endUser(person), id)) {
            case Outcome.Done<RequestForDecision>(var reading) ->
                stores.transactions().run(transaction -> inWords(transaction, reading, person));
            case Outcome.Refused<RequestForDecision> refused -> new RequestReading.NotFound();
        };
    }

    @Override
    public RequestAnswer approve(PortalUser person, RequestId id) {
        return answer(person, id, customer -> decisions.approve(endUser(person), customer, id));
    }

    @Override
    public RequestAnswer decline(PortalUser person, RequestId id, DeclineReason reason) {
        return answer(person, id, customer -> decisions.reject(endUser(person), customer, id, reason.code()));
    }

    private RequestAnswer answer(PortalUser person, RequestId id, Function<PartyId, PortalOutcome<?>> give) {
        return switch (decisions.read(endUser(person), id)) {
            case Outcome.Done<RequestForDecision>(var reading) ->
                answer(give.apply(reading.customer().id()));
            case Outcome.Refused<RequestForDecision> refused -> new RequestAnswer.NotFound();
        };
    }

    /** Only people who represent the customer get this far, so those without authority may be told so. */
    private RequestAnswer answer(PortalOutcome<?> outcome) {
        return switch (outcome) {
            case PortalOutcome.Done<?> done -> new RequestAnswer.Done();
            case PortalOutcome.NotAllowed<?> notAllowed -> new RequestAnswer.MayNotAnswer();
            case PortalOutcome.LevelTooLow<?> tooLow -> new RequestAnswer.LevelTooLow(tooLow.required());
            case PortalOutcome.CannotPassOn<?> cannot ->
                stores.transactions()
                        .run(transaction ->
                                new RequestAnswer.LacksRights(words.missing(transaction, cannot.missing())));
            case PortalOutcome.Refused<?> refused -> answer(refused.refusal().problem());
        };
    }

    private static RequestAnswer answer(SystemUserProblem problem) {
        return switch (problem) {
            case REQUEST_NOT_NEW -> new RequestAnswer.AnsweredBefore();
            case REQUEST_UNKNOWN, OTHER_PARTY -> new RequestAnswer.NotFound();
            default -> new RequestAnswer.Refused(problem.code());
        };
    }

    private RequestReading inWords(Transaction transaction, RequestForDecision reading, PortalUser person) {
        return register.person(transaction, person.id())
                .<RequestReading>map(reader -> new RequestReading.Found(
                        request(transaction, reading, reader), standing(transaction, reading.standing())))
                .orElseGet(RequestReading.NotFound::new);
    }

    private Standing standing(Transaction transaction, RequestForDecision.Standing standing) {
        return switch (standing) {
            case RequestForDecision.Standing.MayDecide(var missing) ->
                missing.isEmpty()
                        ? new Standing.MayAnswer()
                        : new Standing.LacksRights(words.missing(transaction, missing));
            case RequestForDecision.Standing.LevelTooLow(var required) -> new Standing.LevelTooLow(required);
            case RequestForDecision.Standing.MayOnlySee() -> new Standing.MayNotAnswer();
        };
    }

    private AccessRequest request(Transaction transaction, RequestForDecision reading, Party.Person reader) {
        var view = reading.view();
        var request = view.request();
        var system = reading.system();
        var access = access(transaction, request);
        return new AccessRequest(
                request.id(),
                status(reading),
                names.organization(transaction, system.vendor()),
                system.name(),
                system.description(),
                request.integrationTitle(),
                organization(reading.customer()),
                rights(transaction, reading, reader, access),
                request.created(),
                view.expires(),
                request.redirectUrl(),
                request.decision().map(decision -> decision(transaction, decision, reader)),
                access);
    }

    private Rights rights(
            Transaction transaction, RequestForDecision reading, Party.Person reader, Optional<SystemUserId> access) {
        return access.map(systemUser -> words.given(transaction, reading, systemUser))
                .orElseGet(() -> words.asked(transaction, reading, reader.uuid()));
    }

    private static AccessRequest.Status status(RequestForDecision reading) {
        return switch (reading.view().request().status()) {
            case NEW -> reading.view().timedOut() ? AccessRequest.Status.TIMED_OUT : AccessRequest.Status.NEW;
            case ACCEPTED -> AccessRequest.Status.ACCEPTED;
            case REJECTED -> AccessRequest.Status.REJECTED;
        };
    }

    /** The system user that came of the request, which has its id (system user API §8.1). */
    private Optional<SystemUserId> access(Transaction transaction, SystemUserRequest request) {
        var id = new SystemUserId(request.id().value());
        return stores.systemUsers().find(transaction, id).map(found -> found.id());
    }

    private AccessRequest.Decision decision(
            Transaction transaction, SystemUserRequest.Decision decision, Party.Person reader) {
        var isReaders = reader.user()
                .map(user -> new Actor.OfPerson(user).label())
                .filter(decision.by()::equals)
                .isPresent();
        return new AccessRequest.Decision(decision.at(), names.person(transaction, decision.by()), isReaders);
    }

    static Organization organization(Customer customer) {
        return new Organization(customer.name(), customer.number());
    }

    static EndUser endUser(PortalUser person) {
        return new EndUser(person.id(), person.level());
    }
}

package no.klarert.server;

import static no.klarert.server.PlatformScope.REQUEST_READ;
import static no.klarert.server.PlatformScope.REQUEST_WRITE;

import java.util.Optional;
import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.storage.Actor;
import no.klarert.systemuser.Outcome;
import no.klarert.systemuser.RequestView;
import no.klarert.systemuser.SystemUserProblem;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.systemuser.SystemUserRequests;
import no.klarert.systemuser.SystemUserRequests.Creation;
import no.klarert.systemuser.SystemUserRequests.Page;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;

/** Vendors' requests for system users (system user API §6.2–6.7). */
final class SystemUserRequestEndpoints {
    private static final int LARGEST_BODY = 256 * 1024;

    private final SystemUserRequests requests;
    private final Callers callers;
    private final Addresses addresses;

    SystemUserRequestEndpoints(SystemUserRequests requests, Callers callers, Addresses addresses) {
        this.requests = requests;
        this.callers = callers;
        this.addresses = addresses;
    }

    Answer create(Call call) {
        var vendor = writer(call);
        var draft = ShapeProblems.body(call, LARGEST_BODY, RequestJson::read);
        return switch (requests.create(vendor, draft)) {
            case Outcome.Done<Creation>(var creation) -> created(creation);
            case Outcome.Refused<Creation>(var refusal) -> SystemUserProblems.answer(call, refusal);
        };
    }

    private Answer created(Creation creation) {
        var body = RequestJson.writeWithConfirmUrl(creation.request());
        if (!creation.isNew()) {
            return Answer.json(200, body);
        }
        var location = addresses.path("/authentication/api/v1/systemuser/request/"
                + creation.request().request().id());
        return Answer.json(201, body).with("Location", location);
    }

    Answer show(Call call) {
        var vendor = reader(call);
        return answer(call, requests.read(vendor, new RequestId(ShapeProblems.uuid(call, "requestId"))));
    }

    Answer showByExternalRef(Call call) {
        var vendor = reader(call);
        return key(call)
                .map(key -> answer(call, requests.read(vendor, key)))
                .orElseGet(() -> SystemUserProblems.answer(call, SystemUserProblem.REQUEST_UNKNOWN));
    }

    private static Answer answer(Call call, Outcome<RequestView> outcome) {
        return switch (outcome) {
            case Outcome.Done<RequestView>(var view) -> Answer.json(200, RequestJson.writeWithConfirmUrl(view));
            case Outcome.Refused<RequestView>(var refusal) -> SystemUserProblems.answer(call, refusal);
        };
    }

    Answer list(Call call) {
        var vendor = reader(call);
        var after = call.query()
                .ignoringCase("token")
                .map(token -> ShapeProblems.value(call, "token", token, PageToken::requestId));
        return switch (requests.list(vendor, call.parameter("systemId"), after)) {
            case Outcome.Done<Page>(var page) -> page(call, page);
            case Outcome.Refused<Page>(var refusal) -> SystemUserProblems.answer(call, refusal);
        };
    }

    private Answer page(Call call, Page page) {
        var body = Json.object();
        var links = body.putObject("links");
        page.continueAfter()
                .ifPresent(last -> links.put("next", addresses.path(call.path()) + "?token=" + PageToken.of(last)));
        var data = body.putArray("data");
        page.requests().forEach(view -> data.add(RequestJson.write(view)));
        return Answer.json(200, body);
    }

    Answer delete(Call call) {
        var vendor = writer(call);
        var id = new RequestId(ShapeProblems.uuid(call, "requestId"));
        return switch (requests.delete(vendor, id)) {
            case Outcome.Done<RequestView>(var view) -> Answer.empty(202);
            case Outcome.Refused<RequestView>(var refusal) -> SystemUserProblems.answer(call, refusal);
        };
    }

    private Actor.OfOrganization writer(Call call) {
        VerifiedAccessToken.OfOrganization token = callers.organization(call, REQUEST_WRITE);
        return new Actor.OfOrganization(token.consumer(), token.client().value());
    }

    private OrgNumber reader(Call call) {
        return callers.organization(call, REQUEST_READ).consumer();
    }

    /** Empty if there can be no request of that key. */
    private static Optional<SystemUserRequest.Key> key(Call call) {
        try {
            return Optional.of(new SystemUserRequest.Key(
                    new SystemId(call.parameter("systemId")),
                    new OrgNumber(call.parameter("orgNo")),
                    new ExternalRef(call.parameter("externalRef"))));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

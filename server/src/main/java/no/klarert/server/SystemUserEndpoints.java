package no.klarert.server;

import static no.klarert.server.PlatformScope.REQUEST_WRITE;
import static no.klarert.server.PlatformScope.SYSTEM_USER_LOOKUP;

import java.util.Optional;
import java.util.function.Supplier;
import no.klarert.systemuser.PortalOutcome;
import no.klarert.systemuser.Refusal;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserProblem;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.systemuser.SystemUserView;
import no.klarert.systemuser.SystemUsers;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import tools.jackson.databind.node.IntNode;

/** System users (system user API §8). */
final class SystemUserEndpoints {
    private final SystemUsers systemUsers;
    private final Callers callers;
    private final EndUserCallers endUsers;

    SystemUserEndpoints(SystemUsers systemUsers, Callers callers) {
        this.systemUsers = systemUsers;
        this.callers = callers;
        this.endUsers = new EndUserCallers(callers);
    }

    Answer list(Call call) {
        var person = endUsers.person(call);
        var outcome = systemUsers.ofParty(person, EndUserCallers.party(call));
        return SystemUserProblems.answer(call, outcome, views -> Answer.json(200, SystemUserJson.list(views)));
    }

    Answer show(Call call) {
        var person = endUsers.person(call);
        var outcome = systemUsers.read(person, EndUserCallers.party(call), id(call));
        if (isUnknown(outcome)) {
            return Problem.ofStatus(404).answer(call.trace());
        }
        return SystemUserProblems.answer(call, outcome, detail -> Answer.json(200, SystemUserJson.detail(detail)));
    }

    /** Answers with how many were deleted (§8.6). */
    Answer delete(Call call) {
        var person = endUsers.person(call);
        PortalOutcome<SystemUser> outcome = systemUsers.delete(person, EndUserCallers.party(call), id(call));
        if (isUnknown(outcome)) {
            return Answer.json(404, IntNode.valueOf(0));
        }
        return SystemUserProblems.answer(call, outcome, user -> Answer.json(202, IntNode.valueOf(1)));
    }

    private static boolean isUnknown(PortalOutcome<?> outcome) {
        return outcome instanceof PortalOutcome.Refused<?>(Refusal refusal)
                && refusal.problem() == SystemUserProblem.SYSTEM_USER_UNKNOWN;
    }

    private static SystemUserId id(Call call) {
        return new SystemUserId(ShapeProblems.uuid(call, "systemUserId"));
    }

    /** The issuer's look-up (§8.7). */
    Answer byExternalId(Call call) {
        callers.organization(call, SYSTEM_USER_LOOKUP);
        var client = ShapeProblems.required(call, "clientId");
        var vendor = ShapeProblems.required(call, "systemProviderOrgNo");
        var owner = ShapeProblems.required(call, "systemUserOwnerOrgNo");
        var reference = call.query().ignoringCase("externalRef").filter(text -> !text.isEmpty());
        var found = unlessIllFormed(() -> systemUsers.byExternalId(
                new ClientId(client), new OrgNumber(vendor), new OrgNumber(owner), reference.map(ExternalRef::new)));
        return found.map(view -> Answer.json(
                        200,
                        SystemUserJson.externalView(view, view.system().id().value())))
                .orElseGet(() -> Problem.ofStatus(404).answer(call.trace()))
                .with("Cache-Control", "no-store,no-cache")
                .with("Pragma", "no-cache");
    }

    /** The vendor's look-up (§8.8). */
    Answer byQuery(Call call) {
        var vendor = callers.organization(call, REQUEST_WRITE).consumer();
        var system = ShapeProblems.required(call, "system-id");
        var owner = ShapeProblems.required(call, "orgno");
        var reference = call.query()
                .ignoringCase("external-ref")
                .filter(text -> !text.isEmpty())
                .orElse(owner);
        var found = unlessIllFormed(() -> systemUsers.byKey(
                vendor,
                new SystemUserRequest.Key(new SystemId(system), new OrgNumber(owner), new ExternalRef(reference))));
        return found.map(view -> Answer.json(200, SystemUserJson.externalView(view, "")))
                .orElseGet(() -> Problem.ofStatus(404).answer(call.trace()));
    }

    /** Identifiers that cannot exist find nothing. */
    private static Optional<SystemUserView> unlessIllFormed(Supplier<Optional<SystemUserView>> find) {
        try {
            return find.get();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

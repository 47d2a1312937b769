package no.klarert.server;

import static no.klarert.server.PlatformScope.PORTAL;

import no.klarert.systemuser.EndUser;
import no.klarert.systemuser.Outcome;
import no.klarert.systemuser.RequestDecisions;
import no.klarert.systemuser.RequestForDecision;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RequestId;
import tools.jackson.databind.node.BooleanNode;

/** Requests, as the customer's people read and decide them (system user API §6.8–6.10). */
final class RequestDecisionEndpoints {
    private final RequestDecisions decisions;
    private final EndUserCallers callers;

    RequestDecisionEndpoints(RequestDecisions decisions, EndUserCallers callers) {
        this.decisions = decisions;
        this.callers = callers;
    }

    Answer show(Call call) {
        var person = callers.person(call, PORTAL);
        return switch (decisions.read(person, id(call))) {
            case Outcome.Done<RequestForDecision>(var reading) -> Answer.json(200, RequestJson.write(reading));
            case Outcome.Refused<RequestForDecision>(var refusal) -> SystemUserProblems.answer(call, refusal);
        };
    }

    Answer showForParty(Call call) {
        var person = callers.person(call);
        var outcome = decisions.readForParty(person, party(call), id(call));
        return SystemUserProblems.answer(call, outcome, view -> Answer.json(200, RequestJson.write(view)));
    }

    Answer approve(Call call) {
        EndUser person = callers.person(call, PORTAL);
        var outcome = decisions.approve(person, party(call), id(call));
        return SystemUserProblems.answer(call, outcome, systemUser -> Answer.json(200, BooleanNode.TRUE));
    }

    Answer reject(Call call) {
        var person = callers.person(call);
        var outcome = decisions.reject(person, party(call), id(call), "");
        return SystemUserProblems.answer(call, outcome, request -> Answer.json(200, BooleanNode.TRUE));
    }

    private static PartyId party(Call call) {
        return EndUserCallers.party(call);
    }

    private static RequestId id(Call call) {
        return new RequestId(ShapeProblems.uuid(call, "requestId"));
    }
}

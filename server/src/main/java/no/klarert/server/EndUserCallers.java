package no.klarert.server;

import no.klarert.systemuser.EndUser;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.ScopeName;

/** The people who call the system user room's portal interfaces. */
final class EndUserCallers {
    private final Callers callers;

    EndUserCallers(Callers callers) {
        this.callers = callers;
    }

    /** The person behind the token, who has the scope; which decisions allow what is the room's business. */
    EndUser person(Call call, ScopeName scope) {
        var token = callers.person(call, scope);
        return new EndUser(token.person().user(), token.level());
    }

    /** The person behind the token, whatever its scopes. */
    EndUser person(Call call) {
        var token = callers.anyPerson(call);
        return new EndUser(token.person().user(), token.level());
    }

    /** The party in the path. Only whole numbers are parties: for anything else there is nothing at that address. */
    static PartyId party(Call call) {
        try {
            return PartyId.parse(call.parameter("party"));
        } catch (InvalidValueException e) {
            throw call.refuse(Problem.ofStatus(404));
        }
    }
}

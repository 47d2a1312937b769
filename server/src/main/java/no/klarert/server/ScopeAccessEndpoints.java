package no.klarert.server;

import static no.klarert.server.PlatformScope.CLIENTS_READ;
import static no.klarert.server.PlatformScope.SCOPES_WRITE;

import java.time.InstantSource;
import java.util.List;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.ScopeAccessAdministration;
import no.klarert.vocabulary.OrgNumber;
import tools.jackson.databind.JsonNode;

/** Who may use which scope (Maskinporten §6.4, {@code /scopes/access}). */
final class ScopeAccessEndpoints {
    private final ScopeAccessAdministration administration;
    private final Callers callers;
    private final AdministrationAnswers answers;

    ScopeAccessEndpoints(ScopeAccessAdministration administration, Callers callers, InstantSource clock) {
        this.administration = administration;
        this.callers = callers;
        this.answers = new AdministrationAnswers("ScopeAccess", clock);
    }

    Answer grant(Call call) {
        var owner = owner(call);
        var outcome = administration.grant(owner, answers.scope(call), consumer(call));
        return answers.of(call, outcome, ScopeJson::write);
    }

    Answer revoke(Call call) {
        var owner = owner(call);
        var outcome = administration.revoke(owner, answers.scope(call), consumer(call));
        return answers.of(call, outcome, ScopeJson::write);
    }

    /** Everyone with access to a scope of one's own. */
    Answer list(Call call) {
        var owner = owner(call);
        return answers.of(call, administration.accesses(owner, answers.scope(call)), ScopeAccessEndpoints::write);
    }

    /** What one's own organisation has access to. */
    Answer listOwn(Call call) {
        var consumer = ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_READ, SCOPES_WRITE));
        return Answer.json(200, write(administration.ownAccesses(consumer)));
    }

    private static JsonNode write(List<GrantedAccess> accesses) {
        return AdministrationAnswers.list(accesses, ScopeJson::write);
    }

    private OrgNumber consumer(Call call) {
        return answers.value(call, "consumer_orgno", call.parameter("consumer"), OrgNumber::new);
    }

    private ActingOrganization owner(Call call) {
        return ActingOrganization.of(callers.maskinportenOrganization(call, SCOPES_WRITE));
    }
}

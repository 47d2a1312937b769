package no.klarert.server;

import static no.klarert.server.PlatformScope.CLIENTS_READ;
import static no.klarert.server.PlatformScope.CLIENTS_WRITE;
import static no.klarert.server.PlatformScope.SCOPES_WRITE;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.AdministrationOutcome;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.Paged;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccessAdministration;
import no.klarert.vocabulary.OrgNumber;

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

    /** Asks for access for one's own organisation; its owner decides with {@link #grant} or {@link #revoke}. */
    Answer request(Call call) {
        var consumer = ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_WRITE));
        return answers.of(call, administration.request(consumer, answers.scope(call)), ScopeJson::write);
    }

    /** Everyone with access to a scope of one's own. */
    Answer list(Call call) {
        var owner = owner(call);
        var page = PageQuery.of(call, answers);
        return switch (administration.accesses(owner, answers.scope(call), states(call), page)) {
            case AdministrationOutcome.Done<Paged<GrantedAccess>>(var list) ->
                PageQuery.answer(call, page, list, ScopeJson::write);
            case AdministrationOutcome<Paged<GrantedAccess>> refused ->
                answers.of(call, refused, list -> AdministrationAnswers.list(list.items(), ScopeJson::write));
        };
    }

    /** What others ask for of one's own scopes. */
    Answer listRequests(Call call) {
        var owner = owner(call);
        var page = PageQuery.of(call, answers);
        return PageQuery.answer(call, page, administration.requests(owner, page), ScopeJson::write);
    }

    /** What one's own organisation has access to. */
    Answer listOwn(Call call) {
        var consumer = ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_READ, SCOPES_WRITE));
        var page = PageQuery.of(call, answers);
        return PageQuery.answer(call, page, administration.ownAccesses(consumer, states(call), page), ScopeJson::write);
    }

    private Set<ScopeAccess.State> states(Call call) {
        Set<ScopeAccess.State> states = EnumSet.noneOf(ScopeAccess.State.class);
        for (var text : call.query().all("state")) {
            states.add(answers.value(call, "state", text, ScopeJson.oneOf("state", ScopeAccess.State.class)));
        }
        return states.isEmpty() ? ScopeAccess.State.ALL : states;
    }

    private OrgNumber consumer(Call call) {
        return answers.value(call, "consumer_orgno", call.parameter("consumer"), OrgNumber::new);
    }

    private ActingOrganization owner(Call call) {
        return ActingOrganization.of(callers.maskinportenOrganization(call, SCOPES_WRITE));
    }
}

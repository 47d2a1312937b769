package no.klarert.server;

import static no.klarert.server.PlatformScope.CLIENTS_MODIFY;
import static no.klarert.server.PlatformScope.CLIENTS_READ;
import static no.klarert.server.PlatformScope.CLIENTS_SUPPLIER;
import static no.klarert.server.PlatformScope.CLIENTS_WRITE;
import static no.klarert.server.PlatformScope.SCOPES_WRITE;

import java.time.InstantSource;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.Listing;
import no.klarert.issuer.ScopeAdministration;
import no.klarert.issuer.ScopeStore;

/** API providers' scopes (Maskinporten §6.4). All but the list of public scopes need a token with the scope for it (§6.3). */
final class ScopeEndpoints {
    private static final int LARGEST_BODY = 256 * 1024;

    private final ScopeAdministration administration;
    private final Callers callers;
    private final AdministrationAnswers answers;

    ScopeEndpoints(ScopeAdministration administration, Callers callers, InstantSource clock) {
        this.administration = administration;
        this.callers = callers;
        this.answers = new AdministrationAnswers("Scope", clock);
    }

    /** Open to everyone. */
    Answer listPublic(Call call) {
        var page = PageQuery.of(call, answers);
        return PageQuery.answer(call, page, administration.listPublic(availability(call), page), ScopeJson::write);
    }

    private static ScopeStore.Availability availability(Call call) {
        return call.query()
                .single("accessible_for_all")
                .map(text ->
                        Boolean.parseBoolean(text) ? ScopeStore.Availability.FOR_ALL : ScopeStore.Availability.BY_GRANT)
                .orElse(ScopeStore.Availability.ANY);
    }

    /** The organisation's scopes, or the one that the query names. */
    Answer list(Call call) {
        var owner = owner(call);
        if (!call.query().all("scope").isEmpty()) {
            return answers.of(call, administration.read(owner, answers.scope(call)), ScopeJson::write);
        }
        var page = PageQuery.of(call, answers);
        return PageQuery.answer(call, page, administration.list(owner, listing(call), page), ScopeJson::write);
    }

    static Listing listing(Call call) {
        return call.query().single("inactive").filter("true"::equals).isPresent()
                ? Listing.WITH_INACTIVE
                : Listing.ACTIVE;
    }

    Answer create(Call call) {
        var owner = owner(call);
        var created = answers.body(call, LARGEST_BODY, ScopeJson::readNew).orElseThrow();
        return answers.of(call, administration.create(owner, created.name(), created.settings()), ScopeJson::write);
    }

    Answer update(Call call) {
        var owner = owner(call);
        var name = answers.scope(call);
        var changed = answers.body(call, LARGEST_BODY, body -> ScopeJson.readChanged(body, name, owner.number()));
        var outcome = administration.update(owner, name, changed.settings(), changed.activation());
        return answers.of(call, outcome, ScopeJson::write);
    }

    Answer deactivate(Call call) {
        var owner = owner(call);
        return answers.of(call, administration.deactivate(owner, answers.scope(call)), ScopeJson::write);
    }

    Answer delegationSources(Call call) {
        callers.maskinportenOrganization(
                call, SCOPES_WRITE, CLIENTS_READ, CLIENTS_WRITE, CLIENTS_MODIFY, CLIENTS_SUPPLIER);
        return Answer.json(200, AdministrationAnswers.list(administration.delegationSources(), ScopeJson::write));
    }

    private ActingOrganization owner(Call call) {
        return ActingOrganization.of(callers.maskinportenOrganization(call, SCOPES_WRITE));
    }
}

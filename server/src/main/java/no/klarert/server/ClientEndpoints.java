package no.klarert.server;

import static no.klarert.server.PlatformScope.CLIENTS_MODIFY;
import static no.klarert.server.PlatformScope.CLIENTS_READ;
import static no.klarert.server.PlatformScope.CLIENTS_WRITE;

import java.time.InstantSource;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.ClientAdministration;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;

/** API consumers' clients and their keys (Maskinporten §7.1), each call with a token that has the scope for it (§6.3). */
final class ClientEndpoints {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final int LARGEST_KEY_SET = 64 * 1024;

    private final ClientAdministration administration;
    private final Callers callers;
    private final AdministrationAnswers answers;

    ClientEndpoints(ClientAdministration administration, Callers callers, InstantSource clock) {
        this.administration = administration;
        this.callers = callers;
        this.answers = new AdministrationAnswers("Client", clock);
    }

    Answer list(Call call) {
        var clients = administration.list(reader(call), ScopeEndpoints.listing(call));
        return Answer.json(200, AdministrationAnswers.list(clients, ClientJson::write));
    }

    Answer show(Call call) {
        return answers.of(call, administration.read(reader(call), id(call)), ClientJson::write);
    }

    Answer create(Call call) {
        var owner = ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_WRITE));
        var draft = answers.body(call, LARGEST_BODY, body -> ClientJson.readNew(body, owner.number()));
        return answers.of(call, administration.create(owner, draft), ClientJson::write);
    }

    Answer replace(Call call) {
        var owner = changer(call);
        var id = id(call);
        var draft = answers.body(call, LARGEST_BODY, body -> ClientJson.readChanged(body, id.value(), owner.number()));
        return answers.of(call, administration.replace(owner, id, draft), ClientJson::write);
    }

    Answer deactivate(Call call) {
        return answers.of(call, administration.deactivate(changer(call), id(call)), ClientJson::write);
    }

    Answer showKeys(Call call) {
        return answers.of(call, administration.keys(reader(call), id(call)), ClientJson::write);
    }

    /** Replaces the whole key set. A set with a private key in it is refused without repeating anything of it. */
    Answer replaceKeys(Call call) {
        var owner = changer(call);
        var id = id(call);
        var jwks = answers.text(call, LARGEST_KEY_SET);
        return answers.of(call, administration.replaceKeys(owner, id, jwks), ClientJson::write);
    }

    Answer deleteKeys(Call call) {
        return answers.of(call, administration.deleteKeys(changer(call), id(call)), ClientJson::write);
    }

    private ActingOrganization reader(Call call) {
        return ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_READ));
    }

    private ActingOrganization changer(Call call) {
        return ActingOrganization.of(callers.maskinportenOrganization(call, CLIENTS_WRITE, CLIENTS_MODIFY));
    }

    /** There is no client whose id could not be one. */
    private ClientId id(Call call) {
        try {
            return new ClientId(call.parameter("clientId"));
        } catch (InvalidValueException e) {
            throw new RefusedCall(answers.refused(call, 404, "there is no such client"));
        }
    }
}

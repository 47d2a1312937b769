package no.klarert.server;

import static no.klarert.server.PlatformScope.CLIENTS_MODIFY;
import static no.klarert.server.PlatformScope.CLIENTS_READ;
import static no.klarert.server.PlatformScope.CLIENTS_SUPPLIER;
import static no.klarert.server.PlatformScope.CLIENTS_WRITE;

import java.time.InstantSource;
import java.util.Arrays;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.AdministrationOutcome;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientAdministration;
import no.klarert.issuer.Reach;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ScopeName;

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
        var by = reader(call);
        var page = PageQuery.of(call, answers);
        var clients = administration.list(by.organization(), by.reach(), ScopeEndpoints.listing(call), page);
        return PageQuery.answer(call, page, clients, ClientJson::write);
    }

    Answer show(Call call) {
        return answers.of(call, read(call), ClientJson::write);
    }

    private AdministrationOutcome<Client> read(Call call) {
        var by = reader(call);
        return administration.read(by.organization(), by.reach(), id(call));
    }

    Answer create(Call call) {
        var by = keeper(call, CLIENTS_WRITE);
        var draft = answers.body(call, LARGEST_BODY, ClientJson::readNew);
        return answers.of(call, administration.create(by.organization(), by.reach(), draft), ClientJson::write);
    }

    Answer replace(Call call) {
        var by = changer(call);
        var id = id(call);
        var draft = answers.body(call, LARGEST_BODY, body -> ClientJson.readChanged(body, id.value()));
        return answers.of(call, administration.replace(by.organization(), by.reach(), id, draft), ClientJson::write);
    }

    Answer deactivate(Call call) {
        var by = changer(call);
        return answers.of(call, administration.deactivate(by.organization(), by.reach(), id(call)), ClientJson::write);
    }

    Answer showKeys(Call call) {
        var by = reader(call);
        return answers.of(call, administration.keys(by.organization(), by.reach(), id(call)), ClientJson::write);
    }

    /** Replaces the whole key set. A set with a private key in it is refused without repeating anything of it. */
    Answer replaceKeys(Call call) {
        var by = changer(call);
        var id = id(call);
        var jwks = answers.text(call, LARGEST_KEY_SET);
        return answers.of(call, administration.replaceKeys(by.organization(), by.reach(), id, jwks), ClientJson::write);
    }

    Answer deleteKeys(Call call) {
        var by = changer(call);
        return answers.of(call, administration.deleteKeys(by.organization(), by.reach(), id(call)), ClientJson::write);
    }

    /** Maskinporten's clients act on behalf of others by delegation, so there are never any entries here (§7.1). */
    Answer showOnBehalfOf(Call call) {
        return answers.of(call, read(call), client -> Json.object().arrayNode());
    }

    /** What other kinds of client have: secrets, and entries of whom they act on behalf of (§7.1). */
    Answer refuseOtherKinds(Call call) {
        var by = changer(call);
        var client = administration.read(by.organization(), by.reach(), id(call));
        return client instanceof AdministrationOutcome.Done<Client>
                ? answers.refused(call, 400, "Maskinporten clients have neither secrets nor onbehalfof entries")
                : answers.of(call, client, ClientJson::write);
    }

    /** Who keeps clients, and which. */
    private record Keeper(ActingOrganization organization, Reach reach) {}

    private Keeper reader(Call call) {
        return keeper(call, CLIENTS_READ);
    }

    private Keeper changer(Call call) {
        return keeper(call, CLIENTS_WRITE, CLIENTS_MODIFY);
    }

    /** The holder of a token that reaches its own clients with any of these scopes, and others' with the supplier's. */
    private Keeper keeper(Call call, ScopeName... own) {
        var anyOf = Arrays.copyOf(own, own.length + 1);
        anyOf[own.length] = CLIENTS_SUPPLIER;
        var token = callers.maskinportenOrganization(call, anyOf);
        var reach =
                Reach.of(token.hasAnyOf(own), token.hasAnyOf(CLIENTS_SUPPLIER)).orElseThrow();
        return new Keeper(ActingOrganization.of(token), reach);
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

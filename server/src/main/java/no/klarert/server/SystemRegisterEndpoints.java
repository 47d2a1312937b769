package no.klarert.server;

import static no.klarert.server.PlatformScope.PORTAL;
import static no.klarert.server.PlatformScope.SYSTEM_REGISTER_ADMIN;
import static no.klarert.server.PlatformScope.SYSTEM_REGISTER_WRITE;

import java.util.List;
import java.util.Optional;
import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.storage.Actor;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.Registrar;
import no.klarert.systemuser.Registration;
import no.klarert.systemuser.SystemRegister;
import no.klarert.systemuser.SystemRegister.Access;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.SystemId;
import tools.jackson.databind.node.StringNode;

/** The system register (system user API §5). */
final class SystemRegisterEndpoints {
    private static final int LARGEST_BODY = 256 * 1024;

    private final SystemRegister register;
    private final Callers callers;

    SystemRegisterEndpoints(SystemRegister register, Callers callers) {
        this.register = register;
        this.callers = callers;
    }

    Answer catalogue(Call call) {
        callers.person(call, PORTAL);
        return uncached(Answer.json(200, SystemRegisterJson.list(register.catalogue())));
    }

    Answer show(Call call) {
        callers.person(call, PORTAL);
        return system(call)
                .map(system -> Answer.json(200, SystemRegisterJson.portalView(system)))
                .orElseGet(() -> Problem.ofStatus(404).answer(call.trace()));
    }

    Answer rights(Call call) {
        callers.person(call, PORTAL);
        var rights = system(call).map(RegisteredSystem::rights).orElse(List.of());
        boolean oldFormat = call.query()
                .ignoringCase("useOldFormatForApp")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return Answer.json(200, oldFormat ? SystemRegisterJson.rightsInOldFormat(rights) : RightsJson.write(rights));
    }

    Answer accessPackages(Call call) {
        callers.person(call, PORTAL);
        var packages = system(call).map(RegisteredSystem::accessPackages).orElse(List.of());
        return Answer.json(200, RightsJson.writePackages(packages));
    }

    Answer ownSystems(Call call) {
        var vendor = callers.organization(call, SYSTEM_REGISTER_WRITE, SYSTEM_REGISTER_ADMIN)
                .consumer();
        return uncached(Answer.json(200, SystemRegisterJson.list(register.ofVendor(vendor))));
    }

    Answer showToVendor(Call call) {
        var caller = registrar(call);
        return switch (id(call).map(id -> register.read(caller, id)).orElseGet(Access.Unknown::new)) {
            case Access.Granted(var system) -> Answer.json(200, SystemRegisterJson.vendorView(system));
            case Access.NotOwner() -> Answer.empty(403);
            case Access.Unknown() -> Problem.ofStatus(404).answer(call.trace());
        };
    }

    Answer create(Call call) {
        var caller = registrar(call);
        var draft = ShapeProblems.body(call, LARGEST_BODY, SystemRegisterJson::read);
        return switch (register.register(caller, draft)) {
            case Registration.Registered(var system) ->
                Answer.json(200, StringNode.valueOf(system.internalId().toString()));
            case Registration.NotOwner() -> Answer.empty(403);
            case Registration.Invalid(var issues) -> SystemUserProblems.answer(call, issues);
            case Registration.Conflict(var id) -> Answer.text(409, "The System already exist: " + id);
        };
    }

    Answer delete(Call call) {
        var caller = registrar(call);
        return switch (id(call).map(id -> register.delete(caller, id)).orElseGet(Access.Unknown::new)) {
            case Access.Granted(var system) -> Answer.json(200, Json.object().put("succeeded", true));
            case Access.NotOwner() -> Answer.empty(403);
            case Access.Unknown() ->
                ShapeProblems.of("return", "System not found").answer(call.trace());
        };
    }

    private Registrar registrar(Call call) {
        VerifiedAccessToken.OfOrganization token =
                callers.organization(call, SYSTEM_REGISTER_WRITE, SYSTEM_REGISTER_ADMIN);
        var actor = new Actor.OfOrganization(token.consumer(), token.client().value());
        return new Registrar(actor, token.hasAnyOf(SYSTEM_REGISTER_ADMIN));
    }

    private Optional<RegisteredSystem> system(Call call) {
        return id(call).flatMap(register::find);
    }

    /** Empty if there can be no system of that id. */
    private static Optional<SystemId> id(Call call) {
        try {
            return Optional.of(new SystemId(call.parameter("systemId")));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** As the public service words it (§1.5). */
    private static Answer uncached(Answer answer) {
        return answer.with("Cache-Control", "no-store,no-cache").with("Pragma", "no-cache");
    }
}

package no.klarert.server;

import static no.klarert.server.PlatformScope.RESOURCE_ADMIN;
import static no.klarert.server.PlatformScope.RESOURCE_WRITE;

import java.util.Optional;
import no.klarert.registry.Caller;
import no.klarert.vocabulary.ResourceId;

/** Who calls the registry, and about which resource (resource registry §2). */
final class RegistryCallers {
    private final Callers callers;

    RegistryCallers(Callers callers) {
        this.callers = callers;
    }

    /** The organisation behind the token, which may write resources; which ones is the room's business. */
    Caller writer(Call call) {
        var token = callers.organization(call, RESOURCE_WRITE, RESOURCE_ADMIN);
        var reach = token.hasAnyOf(RESOURCE_ADMIN) ? Caller.Reach.EVERY_RESOURCE : Caller.Reach.OWN_RESOURCES;
        return new Caller(token.actor(), reach);
    }

    /** The resource in the path; empty if there can be none of that id. */
    static Optional<ResourceId> resource(Call call) {
        var text = call.parameter("id");
        return ResourceId.isWellFormed(text) ? Optional.of(new ResourceId(text)) : Optional.empty();
    }

    /** Ends the call with 415 if it says that it brings anything but JSON (resource registry §1). */
    static void takesJsonOnly(Call call) {
        var type = call.contentType();
        if (!type.isEmpty() && !type.equals("application/json")) {
            throw call.refuse(Problem.ofStatus(415, "expected application/json or no content type"));
        }
    }
}

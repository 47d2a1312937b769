package no.klarert.server;

import java.util.Optional;
import no.klarert.registry.CreateOutcome;
import no.klarert.registry.ReplaceOutcome;
import no.klarert.registry.ResourceDraft;
import no.klarert.registry.ResourceQuery;
import no.klarert.registry.ResourceRegistry;
import no.klarert.registry.ResourceRegistry.MigratedApps;
import no.klarert.registry.ResourceType;
import no.klarert.registry.WriteRefusal;

/** Resources (resource registry §4). Reading needs no token. */
final class ResourceEndpoints {
    static final String BASE = "/resourceregistry/api/v1/resource";
    private static final int LARGEST_BODY = 512 * 1024;

    private final ResourceRegistry registry;
    private final RegistryCallers callers;

    ResourceEndpoints(ResourceRegistry registry, RegistryCallers callers) {
        this.registry = registry;
        this.callers = callers;
    }

    Answer create(Call call) {
        var caller = callers.writer(call);
        return switch (registry.create(caller, draft(call))) {
            case CreateOutcome.Created(var version) ->
                Answer.empty(201)
                        .with("Location", BASE + "/" + version.resource().id());
            case CreateOutcome.IdentifierTaken(var id) -> Answer.text(409, "The Resource already exist: " + id);
            case WriteRefusal refusal -> refused(call, refusal);
        };
    }

    Answer replace(Call call) {
        var caller = callers.writer(call);
        var id = RegistryCallers.resource(call);
        if (id.flatMap(registry::find).isEmpty()) {
            return Answer.empty(404);
        }
        return switch (registry.replace(caller, id.get(), draft(call))) {
            case ReplaceOutcome.Replaced(var version) -> Answer.empty(200);
            case ReplaceOutcome.Unknown() -> Answer.empty(404);
            case ReplaceOutcome.OtherIdentifier() -> Answer.text(400, "Id in path does not match ID in resource");
            case WriteRefusal refusal -> refused(call, refusal);
        };
    }

    private static Answer refused(Call call, WriteRefusal refusal) {
        return switch (refusal) {
            case WriteRefusal.Invalid(var findings) ->
                RegistryProblems.invalid(findings).answer(call.trace());
            case WriteRefusal.NotOwner() -> Answer.empty(403);
            case WriteRefusal.ForeignScopes(var scopes) -> RegistryProblems.foreignScopes(call, scopes);
        };
    }

    private static ResourceDraft draft(Call call) {
        var body = JsonFields.of(ShapeProblems.json(call, LARGEST_BODY));
        if (body.isFaulty()) {
            throw call.refuse(RegistryProblems.shape(body.errors()));
        }
        var draft = ResourceJson.read(body);
        if (body.isFaulty()) {
            throw call.refuse(RegistryProblems.shape(body.errors()));
        }
        return draft;
    }

    Answer show(Call call) {
        var wanted = call.query().ignoringCase("versionId").map(text -> versionId(call, text));
        return RegistryCallers.resource(call)
                .flatMap(id -> wanted.isPresent() ? registry.find(id, wanted.get()) : registry.find(id))
                .map(version -> Answer.json(200, ResourceJson.write(version)))
                .orElseGet(() -> Answer.empty(404));
    }

    private static long versionId(Call call, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw call.refuse(ShapeProblems.of("versionId", "expected a whole number"));
        }
    }

    Answer list(Call call) {
        Parameters.flag(call, "includeApps", true);
        var migrated =
                Parameters.flag(call, "includeMigratedApps", false) ? MigratedApps.INCLUDED : MigratedApps.LEFT_OUT;
        return Answer.json(200, ResourceJson.list(registry.list(migrated)));
    }

    Answer search(Call call) {
        var query = new ResourceQuery(
                text(call, "Id"),
                text(call, "Description"),
                text(call, "Keyword"),
                text(call, "Reference"),
                text(call, "OrgCode"),
                text(call, "OrganizationId"),
                type(call));
        return Answer.json(200, ResourceJson.list(registry.search(query)));
    }

    private static String text(Call call, String name) {
        return call.query().ignoringCase(name).orElse("");
    }

    private static Optional<ResourceType> type(Call call) {
        var text = text(call, "ResourceType");
        var type = WireNames.resourceType(text);
        if (type.isEmpty() && !text.isEmpty()) {
            throw call.refuse(ShapeProblems.of("ResourceType", WireNames.RESOURCE_TYPES.expected()));
        }
        return type;
    }
}

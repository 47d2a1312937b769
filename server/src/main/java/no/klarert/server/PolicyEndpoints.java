package no.klarert.server;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.syntax.Policy;
import no.klarert.registry.PolicyRights;
import no.klarert.registry.PolicyViews;
import no.klarert.registry.ResourcePolicies;
import no.klarert.registry.ResourceRegistry;
import no.klarert.registry.UploadOutcome;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.ResourceId;

/** Policies of resources and what can be read from them (resource registry §5 and §6). Reading needs no token. */
final class PolicyEndpoints {
    private static final String FIELD = "policyFile";
    private static final Answer NO_RESOURCE = Answer.text(404, "Unable to find resource");
    private static final Answer NO_POLICY = Answer.text(404, "Unable to find requested policy");

    private final ResourceRegistry registry;
    private final ResourcePolicies policies;
    private final RegistryCallers callers;

    PolicyEndpoints(ResourceRegistry registry, ResourcePolicies policies, RegistryCallers callers) {
        this.registry = registry;
        this.policies = policies;
        this.callers = callers;
    }

    Answer upload(Call call) {
        var caller = callers.writer(call);
        var file = UploadedFile.named(call, FIELD, PolicyCompiler.MAX_SOURCE_BYTES);
        if (file.isEmpty()) {
            return Answer.text(400, "The policy file can not be null");
        }
        var id = RegistryCallers.resource(call);
        var outcome = id.map(known -> policies.upload(caller, known, file.get()))
                .orElseGet(UploadOutcome.UnknownResource::new);
        return switch (outcome) {
            case UploadOutcome.Stored stored -> Answer.empty(201).with("Location", call.parameter("id") + "/policy");
            case UploadOutcome.UnknownResource() -> Answer.text(400, "Unknown resource");
            case UploadOutcome.NotOwner() -> Answer.empty(403);
            case UploadOutcome.Refused(var message) -> Answer.text(400, message);
        };
    }

    Answer download(Call call) {
        var id = RegistryCallers.resource(call)
                .filter(known -> registry.find(known).isPresent());
        if (id.isEmpty()) {
            return NO_RESOURCE;
        }
        return policies.download(id.get())
                .map(Bytes::toArray)
                .map(xml -> Answer.bytes(200, "text/xml", xml)
                        .with("Content-Disposition", "attachment; filename=policy.xml"))
                .orElse(NO_POLICY);
    }

    /** Always of the policy in force, so {@code reloadFromXacml} changes nothing. */
    Answer subjects(Call call) {
        Parameters.flag(call, "reloadFromXacml", false);
        return view(
                call,
                (id, policy) -> Optional.of(PolicyViews.subjects(policy))
                        .filter(subjects -> !subjects.isEmpty())
                        .map(subjects -> Answer.json(200, PolicyJson.subjects(subjects)))
                        .orElse(NO_POLICY));
    }

    Answer rules(Call call) {
        return view(call, (id, policy) -> Answer.json(200, PolicyJson.rules(PolicyViews.rules(policy))));
    }

    Answer rightsWithSubjects(Call call) {
        return view(call, (id, policy) -> Answer.json(200, PolicyJson.rightsWithSubjects(PolicyViews.rights(policy))));
    }

    Answer rights(Call call) {
        Set<PolicyRights.Beside> beside = EnumSet.noneOf(PolicyRights.Beside.class);
        if (Parameters.flag(call, "includeServiceOwnerRights", false)) {
            beside.add(PolicyRights.Beside.SERVICE_OWNERS);
        }
        if (Parameters.flag(call, "includeAppRights", false)) {
            beside.add(PolicyRights.Beside.APPS);
        }
        var language = call.header("Accept-Language").orElse("");
        return view(
                call,
                (id, policy) -> Answer.json(200, PolicyJson.rights(PolicyRights.of(policy, id, beside), language)));
    }

    private Answer view(Call call, BiFunction<ResourceId, Policy, Answer> show) {
        RegistryCallers.takesJsonOnly(call);
        return RegistryCallers.resource(call)
                .flatMap(id -> policies.parsed(id).map(policy -> show.apply(id, policy)))
                .orElse(NO_POLICY);
    }
}

package no.klarert.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.systemuser.Extension;
import no.klarert.systemuser.PortalOutcome;
import no.klarert.systemuser.Refusal;
import no.klarert.systemuser.SystemUserProblem;
import no.klarert.systemuser.ValidationIssue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The system user room's refusals as problem documents (system user API §3.1–3.2). */
final class SystemUserProblems {
    private SystemUserProblems() {}

    static Answer answer(Call call, Refusal refusal) {
        return problem(refusal.problem(), refusal.extension()).answer(call.trace());
    }

    static Answer answer(Call call, SystemUserProblem problem) {
        return problem(problem, Optional.empty()).answer(call.trace());
    }

    private static Problem problem(SystemUserProblem problem, Optional<Extension> extension) {
        Map<String, JsonNode> members = extension
                .map(each -> Map.<String, JsonNode>of(each.name(), StringNode.valueOf(each.value())))
                .orElse(Map.of());
        return Problem.coded(problem.status(), problem.code(), problem.title(), members);
    }

    /** What is wrong with a system's description, every entry with its code (§3.2). */
    static Answer answer(Call call, List<ValidationIssue> issues) {
        var entries = Json.object().putArray("validationErrors");
        for (var issue : issues) {
            var entry = entries.addObject();
            entry.put("code", issue.code().code());
            entry.put("title", issue.code().title());
            entry.putArray("paths").add(issue.code().path());
            issue.extension().ifPresent(extension -> entry.put(extension.name(), extension.value()));
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("validationErrors", entries);
        return Problem.coded(400, "STD-00000", "One or more validation errors occurred.", members)
                .answer(call.trace());
    }

    /** The answer to a person's call; {@code done} makes it of what came of it. */
    static <T> Answer answer(Call call, PortalOutcome<T> outcome, java.util.function.Function<T, Answer> done) {
        return switch (outcome) {
            case PortalOutcome.Done<T>(var value) -> done.apply(value);
            case PortalOutcome.NotAllowed<T>() -> Answer.empty(403);
            case PortalOutcome.LevelTooLow<T>(var required) -> Answer.empty(403);
            case PortalOutcome.CannotPassOn<T>(var problem, var missing) -> answer(call, problem);
            case PortalOutcome.Refused<T>(var refusal) -> answer(call, refusal);
        };
    }
}

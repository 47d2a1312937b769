package no.klarert.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.klarert.registry.Findings;

/** Resources that are not stored, as problem documents (resource registry §1.1, §2, §3.4). */
final class RegistryProblems {
    private static final String UNAUTHORIZED = "https://tools.ietf.org/html/rfc9110#section-15.5.2";

    private RegistryProblems() {}

    /** What does not have the shape of a resource; the first step of each place is spelled as the public service does. */
    static Problem shape(List<FieldError> errors) {
        return ShapeProblems.of(errors.stream()
                .map(error -> new FieldError(capitalized(error.pointer()), error.message()))
                .toList());
    }

    private static String capitalized(String pointer) {
        return pointer.length() < 2
                ? pointer
                : "/" + pointer.substring(1, 2).toUpperCase(Locale.ROOT) + pointer.substring(2);
    }

    /** What breaks the registry's rules, under the members it names. */
    static Problem invalid(Findings findings) {
        return ShapeProblems.of(findings.byMember().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(message -> new FieldError("/" + entry.getKey(), message)))
                .toList());
    }

    /** Scopes under prefixes that are not the caller's; 401 and not 403, as clients know it (§2). */
    static Answer foreignScopes(Call call, List<String> scopes) {
        var errors = Json.object();
        var refused = errors.putArray("InvalidPrefix");
        scopes.forEach(refused::add);
        return new Problem(
                        401,
                        UNAUTHORIZED,
                        "Unauthorized",
                        Optional.empty(),
                        Optional.of("Not authorized for creating resource with the listed scopes"),
                        Map.of("errors", errors))
                .answer(call.trace())
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }
}

package no.klarert.examples.kravogbetalinger;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What ties a request to its answer and its log lines: sent by the client, else made here (Krav og betalinger, endpoints). One
 * that is not a UUID is replaced, so that nothing the client wrote reaches a log, and refused once the client has access.
 *
 * @param problem what is wrong with what was sent
 */
record Korrelasjonsid(UUID value, Optional<String> problem) {
    static final String NAME = "Korrelasjonsid";

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** Reads it from the header and the query; several must be equal. */
    static Korrelasjonsid read(HttpServletRequest request) {
        var sent = new ArrayList<String>(Collections.list(request.getHeaders(NAME)));
        try {
            var parameters = request.getParameterValues(NAME);
            sent.addAll(parameters == null ? List.of() : List.of(parameters));
        } catch (IllegalStateException unreadable) {
            // Jakarta Servlet 6.1, ServletRequest: the parameters cannot be decoded.
            return made("Parametrene i adressen kan ikke leses");
        }
        return sent.isEmpty() ? made() : of(sent);
    }

    private static Korrelasjonsid of(List<String> sent) {
        var first = sent.get(0);
        return FORM.matcher(first).matches() && sent.stream().allMatch(first::equalsIgnoreCase)
                ? new Korrelasjonsid(UUID.fromString(first), Optional.empty())
                : made(NAME + " er ikke én UUID");
    }

    private static Korrelasjonsid made() {
        return new Korrelasjonsid(UUID.randomUUID(), Optional.empty());
    }

    private static Korrelasjonsid made(String problem) {
        return new Korrelasjonsid(UUID.randomUUID(), Optional.of(problem));
    }

    void keepIn(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** The one kept for this request. */
    static Korrelasjonsid of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Korrelasjonsid id ? id : made();
    }

    /** Refuses a request that sent something else than one UUID. */
    void requireWellFormed() {
        problem.ifPresent(text -> {
            throw Refusal.input(text);
        });
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

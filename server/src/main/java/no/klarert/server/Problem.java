package no.klarert.server;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem document (RFC 9457) as the public services write it (system user API §3).
 *
 * @param type a URI that names the kind of problem
 * @param code stable code such as {@code AUTH-00011}; absent for framework problems
 * @param extensions further members, in order
 */
record Problem(
        int status,
        String type,
        String title,
        Optional<String> code,
        Optional<String> detail,
        Map<String, JsonNode> extensions) {
    static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    /** A problem known by nothing but its status. */
    static Problem ofStatus(int status) {
        return new Problem(status, "about:blank", reason(status), Optional.empty(), Optional.empty(), Map.of());
    }

    static Problem ofStatus(int status, String detail) {
        return new Problem(status, "about:blank", reason(status), Optional.empty(), Optional.of(detail), Map.of());
    }

    /** A business problem with a stable code (system user API §3.1). */
    static Problem coded(int status, String code, String title, Map<String, JsonNode> extensions) {
        return new Problem(status, "urn:altinn:error:" + code, title, Optional.of(code), Optional.empty(), extensions);
    }

    static String reason(int status) {
        return REASONS.getOrDefault(status, "Error");
    }

    Answer answer(TraceId trace) {
        return Answer.bytes(status, CONTENT_TYPE, Json.write(document(trace)));
    }

    private ObjectNode document(TraceId trace) {
        var node = Json.object();
        node.put("type", type);
        node.put("title", title);
        node.put("status", status);
        detail.ifPresent(text -> node.put("detail", text));
        code.ifPresent(text -> node.put("code", text));
        node.put("traceId", trace.traceParent());
        if (code.isPresent()) {
            node.put("statusDescription", reason(status));
        }
        extensions.forEach(node::set);
        return node;
    }
}

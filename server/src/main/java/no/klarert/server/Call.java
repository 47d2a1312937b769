package no.klarert.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One call, as an endpoint sees it. What is malformed ends the call with a 400 that says so. */
final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> parameters;
    private final QueryString query;
    private final Headers headers;
    private final BodySource body;
    private final Supplier<InetAddress> address;
    private final TraceId trace;
    private final InetAddress peer;

    Call(
            String method,
            String path,
            Map<String, String> parameters,
            QueryString query,
            Headers headers,
            BodySource body,
            Supplier<InetAddress> address,
            TraceId trace,
            InetAddress peer) {
        this.method = method;
        this.path = path;
        this.parameters = parameters;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.address = address;
        this.trace = trace;
        this.peer = peer;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    TraceId trace() {
        return trace;
    }

    /** Who connected: the client, or the last proxy before us. */
    InetAddress peer() {
        return peer;
    }

    QueryString query() {
        return query;
    }

    /** A parameter of the route's path pattern; asking for one the pattern lacks is a programming error. */
    String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no path parameter " + name);
        }
        return value;
    }

    /** Where the call comes from, as far as that is known: the peer, or what proxies that are trusted say. */
    InetAddress address() {
        return address.get();
    }

    /** The first value of a header, names compared ignoring case. */
    Optional<String> header(String name) {
        return headers.first(name);
    }

    /** What follows {@code scheme} in {@code Authorization} (RFC 9110 §11.4); schemes are compared ignoring case. */
    Optional<String> credentials(String scheme) {
        int length = scheme.length();
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, length + 1))
                .map(value -> value.substring(length).strip())
                .filter(token -> !token.isEmpty());
    }

    /** The media type of the body in lower case, without parameters; empty if not stated. */
    String contentType() {
        var stated = header("Content-Type").orElse("");
        int end = stated.indexOf(';');
        return (end < 0 ? stated : stated.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** The whole body, or nothing if it is larger than {@code limit} bytes. */
    Optional<byte[]> bodyWithin(int limit) {
        return body.read(limit);
    }

    /** The whole body; one of more than {@code limit} bytes ends the call with 413. */
    byte[] body(int limit) {
        return bodyWithin(limit)
                .orElseThrow(() -> refuse(Problem.ofStatus(413, "the body is larger than " + limit + " bytes")));
    }

    /** The body as JSON; what is not JSON as we accept it ends the call with 400. */
    JsonNode json(int limit) {
        try {
            return Json.read(body(limit));
        } catch (Json.MalformedJson e) {
            throw refuse(Problem.ofStatus(400, e.getMessage()));
        }
    }

    /** What to throw to end the call with a problem. */
    RefusedCall refuse(Problem problem) {
        return new RefusedCall(problem.answer(trace));
    }

    /** The headers of a request. */
    interface Headers {
        Optional<String> first(String name);

        /** Every value of a header, empty if it is absent. */
        List<String> all(String name);
    }

    /** Where the body comes from. */
    interface BodySource {
        /** The whole body, or nothing if it is larger than {@code limit}. */
        Optional<byte[]> read(int limit);
    }

    Headers headers() {
        return headers;
    }
}

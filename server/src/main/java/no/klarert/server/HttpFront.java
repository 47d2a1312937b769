package no.klarert.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import no.klarert.storage.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where HTTP becomes a {@link Call} and an {@link Answer} becomes HTTP: the only class that knows Helidon's request and response.
 * It also writes the one log line per request, without query, headers or body.
 */
final class HttpFront {
    private static final Logger LOG = LoggerFactory.getLogger("no.klarert.request");
    private static final int LONGEST_PATH_SEGMENT = 2_000;
    static final String RETRY_AFTER_SECONDS = "2";
    private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
    private static final Answer.Header CLOSE = new Answer.Header("Connection", "close");

    private final RouteTable routes;
    private final TrustedProxies proxies;
    private final RandomGenerator random;

    HttpFront(RouteTable routes, TrustedProxies proxies, RandomGenerator random) {
        this.routes = routes;
        this.proxies = proxies;
        this.random = random;
    }

    void handle(ServerRequest request, ServerResponse response) {
        long started = System.nanoTime();
        var trace = TraceId.of(header(request, "traceparent").orElse(""), random);
        var answer = answer(request, trace);
        boolean isLast = endsWith(request) || answer.headers().contains(CLOSE);
        write(request, response, answer, isLast);
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} ms trace {}",
                    request.prologue().method().text(),
                    request.path().rawPathNoParams(),
                    answer.status(),
                    (System.nanoTime() - started) / 1_000_000,
                    trace.trace());
        }
        if (isLast) {
            // Helidon reads on after `Connection: close` and after a body that nobody read to its end.
            throw new CloseConnectionException("the connection ends with this answer");
        }
    }

    /** What the client wants closed, and where unread bytes of a body could be taken for the next request (RFC 9112 §9.3). */
    private static boolean endsWith(ServerRequest request) {
        return request.headers().contains(HeaderValues.CONNECTION_CLOSE)
                || (request.content().hasEntity() && !request.content().consumed());
    }

    private Answer answer(ServerRequest request, TraceId trace) {
        try {
            return route(request, trace);
        } catch (RefusedCall refused) {
            return refused.answer();
        } catch (UnreadableBody e) {
            return Problem.ofStatus(400, "the body could not be read")
                    .answer(trace)
                    .with(CLOSE.name(), CLOSE.value());
        } catch (StorageUnavailableException e) {
            LOG.error("the store is unavailable, trace {}: {}", trace.trace(), e.getMessage());
            return Problem.ofStatus(503, "the request cannot be answered now; try again")
                    .answer(trace)
                    .with("Retry-After", RETRY_AFTER_SECONDS);
        } catch (RuntimeException e) {
            LOG.error("unexpected failure, trace {}", trace.trace(), e);
            return Problem.ofStatus(500).answer(trace);
        }
    }

    private Answer route(ServerRequest request, TraceId trace) {
        var segments = decode(request.path().rawPath());
        var query = UrlEncoded.parse(request.query().rawValue());
        if (segments.isEmpty() || query.isEmpty()) {
            return Problem.ofStatus(400, "the address is not well-formed").answer(trace);
        }
        var method = request.prologue().method().text();
        return switch (routes.find(method, segments.get())) {
            case RouteTable.Match.Unknown() -> Problem.ofStatus(404).answer(trace);
            case RouteTable.Match.OtherMethods(var methods) ->
                Problem.ofStatus(405).answer(trace).with("Allow", String.join(", ", methods));
            case RouteTable.Match.Found(var endpoint, var parameters) ->
                endpoint.answer(new Call(
                        method,
                        request.path().rawPath(),
                        parameters,
                        query.get(),
                        headers(request),
                        limit -> read(request, limit),
                        () -> client(request),
                        trace,
                        peer(request)));
        };
    }

    private InetAddress client(ServerRequest request) {
        return proxies.client(peer(request), request.headers().values(FORWARDED_FOR));
    }

    private static InetAddress peer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static Optional<List<String>> decode(String rawPath) {
        List<String> decoded = new ArrayList<>();
        for (var segment : PathPattern.split(rawPath)) {
            var text = segment.length() > LONGEST_PATH_SEGMENT
                    ? Optional.<String>empty()
                    : UrlEncoded.decodeSegment(segment);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            decoded.add(text.get());
        }
        return Optional.of(decoded);
    }

    private static Call.Headers headers(ServerRequest request) {
        return new Call.Headers() {
            @Override
            public Optional<String> first(String name) {
                return header(request, name);
            }

            @Override
            public List<String> all(String name) {
                return request.headers().values(HeaderNames.create(name));
            }
        };
    }

    private static Optional<String> header(ServerRequest request, String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    private static Optional<byte[]> read(ServerRequest request, int limit) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            var bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBody();
        }
    }

    /** The body ended early, or its framing is wrong. What caused it may quote the body, so it is not kept. */
    private static final class UnreadableBody extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void write(ServerRequest request, ServerResponse response, Answer answer, boolean isLast) {
        response.status(answer.status());
        for (var header : answer.headers()) {
            response.headers().add(HeaderNames.create(header.name()), header.value());
        }
        response.header("X-Content-Type-Options", "nosniff");
        if (isLast) {
            response.headers().set(HeaderValues.CONNECTION_CLOSE);
        }
        if (request.prologue().method().text().equals("HEAD") || answer.body().content().length == 0) {
            response.send();
        } else {
            response.send(answer.body().content());
        }
    }

    /**
     * What is refused before it gets this far: malformed requests, bodies larger than the listener takes. Nothing of ours has run
     * then, so that what the server calls an error of its own is one of the request.
     */
    DirectHandlers beforeRouting() {
        DirectHandler handler = (request, event, stated, headers, message) -> {
            var status = event == DirectHandler.EventType.INTERNAL_ERROR ? Status.BAD_REQUEST_400 : stated;
            var problem = Problem.ofStatus(status.code()).answer(TraceId.of("", random));
            return DirectHandler.TransportResponse.builder()
                    .status(status)
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, Problem.CONTENT_TYPE)
                    .keepAlive(event.keepAlive())
                    .entity(problem.body().content())
                    .build();
        };
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }
}

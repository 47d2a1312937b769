package no.klarert.sdk.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port of this machine that records what it is asked. Paths answer as told; others 404. */
public final class TestServer implements AutoCloseable {
    /** A request as received. */
    public record Request(String method, String path, Headers headers, String body) {
        /** The first value of a header, empty when absent. */
        public String header(String name) {
            var value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** An answer to give. */
    public record Response(int status, String contentType, String body) {
        /** An answer in JSON. */
        public static Response json(int status, String body) {
            return new Response(status, "application/json", body);
        }
    }

    /** Answers requests. */
    @FunctionalInterface
    public interface Responder {
        /** The answer, or an exception to cut the connection. */
        Response respond(Request request) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Responder> responders = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public TestServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** From now on {@code path} answers so. */
    public void on(String path, Responder responder) {
        responders.put(path, responder);
    }

    /** The address of {@code path} (without its leading slash) on this server. */
    public URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + path);
    }

    /** The requests to {@code path} so far. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var request = new Request(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body);
            requests.add(request);
            var responder = responders.getOrDefault(path, asked -> Response.json(404, "{}"));
            write(exchange, responder.respond(request));
        }
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        var bytes = response.body().getBytes(StandardCharsets.UTF_8);
        if (response.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", response.body());
        }
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

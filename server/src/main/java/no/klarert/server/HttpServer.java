package no.klarert.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.util.random.RandomGenerator;

/** The listening sockets: one for everything that is served, one for operations. */
final class HttpServer implements AutoCloseable {
    private static final String OPERATIONS = "operations";
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    static HttpServer start(
            KlarertConfig.Network network, RouteTable routes, RouteTable operations, RandomGenerator random) {
        var front = new HttpFront(routes, network.trustedProxies(), random);
        var inside = new HttpFront(operations, TrustedProxies.NONE, random);
        var server = WebServer.builder()
                .host(network.host())
                .port(network.port())
                .shutdownHook(false)
                .maxPayloadSize(LARGEST_BODY)
                .directHandlers(front.beforeRouting())
                .routing(routing(front))
                .putSocket(
                        OPERATIONS,
                        socket -> socket.host(network.host())
                                .port(network.operationsPort())
                                .directHandlers(inside.beforeRouting())
                                .routing(routing(inside)))
                .build()
                .start();
        if (!server.isRunning()) {
            server.stop();
            throw new ConfigException("cannot listen on " + network.host() + ", ports " + network.port() + " and "
                    + network.operationsPort());
        }
        return new HttpServer(server);
    }

    private static HttpRouting.Builder routing(HttpFront front) {
        return HttpRouting.builder().any(front::handle);
    }

    int port() {
        return server.port();
    }

    int operationsPort() {
        return server.port(OPERATIONS);
    }

    @Override
    public void close() {
        server.stop();
    }
}

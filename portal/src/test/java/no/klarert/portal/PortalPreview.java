package no.klarert.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.klarert.portal.AccessRequest.Decision;
import no.klarert.portal.AccessRequest.Status;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.vocabulary.SystemUserId;

/**
 * Serves the portal with sample data for looking at its pages: run {@link #main} with a port and open the addresses it prints.
 * Nothing of it is in the product.
 */
final class PortalPreview {
    private static final int REQUESTS = 7;

    private PortalPreview() {}

    public static void main(String[] arguments) throws IOException {
        var server = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099);
        var base = "http://localhost:" + server.getAddress().getPort();
        System.out.println(base + Urls.LOG_IN);
        for (int n = 1; n <= REQUESTS; n++) {
            System.out.println(base + Urls.REQUEST + "?id=" + SampleWorld.id(n));
        }
    }

    /** Serves the sample data at a port of localhost; 0 takes a free one. */
    static HttpServer start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        var test = new TestPortal("http://localhost:" + server.getAddress().getPort(), PortalSettings.LogIn.TEST);
        seed(test.world);
        server.createContext("/", exchange -> serve(test.portal, exchange));
        server.start();
        return server;
    }

    static void seed(SampleWorld world) {
        world.managersOrganizations = List.of(SampleWorld.CUSTOMER, SampleWorld.OTHER);
        var decision = Optional.of(new Decision(SampleWorld.NOW, Optional.of("Kari Rolig"), false));
        world.add(SampleWorld.request(1));
        world.add(SampleWorld.with(SampleWorld.request(2), Status.ACCEPTED, decision));
        world.add(SampleWorld.with(SampleWorld.request(3), Status.REJECTED, decision));
        world.add(SampleWorld.with(SampleWorld.request(4), Status.DENIED, Optional.empty()));
        world.add(SampleWorld.with(SampleWorld.request(5), Status.TIMED_OUT, Optional.empty()));
        world.add(SampleWorld.redirectingTo(SampleWorld.request(6), Optional.empty()));
        world.add(HostileTextTest.hostileRequest(7));
        var id = new SystemUserId(SampleWorld.id(2).value());
        world.accesses.put(id, SampleWorld.access(id, SampleWorld.request(2)));
    }

    private static void serve(Portal portal, HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(65_536), StandardCharsets.UTF_8);
        var query = Browser.query(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        var request = new PortalRequest(
                exchange.getRequestMethod().equals("POST") ? Method.POST : Method.GET,
                exchange.getRequestURI().getPath(),
                query,
                Browser.query(body),
                cookies(portal, query, exchange),
                headers(exchange),
                "preview");
        try {
            answer(exchange, portal.handle(request));
        } catch (IllegalStateException | IllegalArgumentException mistake) {
            mistake.printStackTrace();
            answer(exchange, portal.failed(request));
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    /** With {@code as} (a user id), {@code level} and {@code in} (a language) an address shows a page as someone sees it. */
    private static Map<String, String> cookies(Portal portal, Parameters query, HttpExchange exchange) {
        var browser = new Browser(portal);
        query.get("as")
                .ifPresent(user -> browser.post(
                        "/login",
                        Map.of("user", user, "level", query.get("level").orElse("4"))));
        query.get("in").ifPresent(language -> browser.post("/language", Map.of("language", language)));
        var cookies = new HashMap<String, String>(browser.cookies);
        for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (var pair : header.split("; ?", -1)) {
                var parts = pair.split("=", 2);
                cookies.put(parts[0], parts.length < 2 ? "" : parts[1]);
            }
        }
        return cookies;
    }

    private static void answer(HttpExchange exchange, PortalResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        response.cookies().forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        var body = response.body().toArray();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

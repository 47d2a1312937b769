package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.portal.AccessRequests;
import no.klarert.portal.People;
import no.klarert.portal.Portal;
import no.klarert.portal.PortalPorts;
import no.klarert.portal.PortalSettings;
import no.klarert.portal.SystemAccesses;
import no.klarert.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** A portal whose rooms fail: what its visitors see of it (portal S-06). */
class PortalEndpointTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void an_unexpected_failure_is_a_page_with_its_reference_and_nothing_else() {
        var answer = endpoint().answer(call("/login"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).contains(new Answer.Header("Content-Type", "text/html; charset=utf-8"));
        assertThat(answer.body().asText())
                .contains("Noe gikk galt hos oss", "Referanse: " + TRACE)
                .doesNotContain("Exception", "Unsupported", "no.klarert");
    }

    @Test
    void other_pages_go_on_working() {
        assertThat(endpoint().answer(call("/privacy")).status()).isEqualTo(200);
    }

    private static PortalEndpoint endpoint() {
        var settings = new PortalSettings(
                URI.create("http://localhost:8080"),
                PortalSettings.LogIn.TEST,
                "",
                PortalSettings.DEFAULT_IDLE_LIMIT,
                PortalSettings.DEFAULT_ABSOLUTE_LIMIT);
        InstantSource clock = new MovableClock();
        var store = new MemoryStore(clock);
        var ports = new PortalPorts(
                store.transactions(),
                store.sessions(),
                Failing.port(People.class),
                Failing.port(AccessRequests.class),
                Failing.port(SystemAccesses.class));
        return new PortalEndpoint(new Portal(settings, ports, clock, new SecureRandom()));
    }

    private static Call call(String path) {
        return new Call(
                "GET",
                path,
                Map.of(),
                QueryString.EMPTY,
                new NoHeaders(),
                limit -> Optional.of(new byte[0]),
                InetAddress::getLoopbackAddress,
                new TraceId(TRACE, "00f067aa0ba902b7"),
                InetAddress.getLoopbackAddress());
    }

    private static final class NoHeaders implements Call.Headers {
        @Override
        public Optional<String> first(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> all(String name) {
            return List.of();
        }
    }

    /** A port of which every method fails. */
    private static final class Failing {
        static <T> T port(Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException("no.klarert secret");
                    }));
        }
    }
}

package no.klarert.examples.kravogbetalinger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import no.klarert.sdk.testing.MutableClock;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemUserId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application on a free port, its database, and a platform that signs as the real one does. One of each for the whole test
 * run: {@link #start} begins every test anew.
 */
final class ApiUnderTest {
    static final OrgNumber BAKERY = new OrgNumber("313371735");
    static final OrgNumber PLUMBER = new OrgNumber("314159268");
    static final OrgNumber NOBODY = new OrgNumber("310000019");
    static final SystemUserId SYSTEM_USER = new SystemUserId(UUID.fromString("0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77"));
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static final String SCOPE = "skatteetaten:kravogbetalinger";

    final MutableClock clock = new MutableClock(NOW);
    final TestPlatform platform = new TestPlatform(clock);
    private final EmbeddedPostgres postgres = database();
    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();

    private ApiUnderTest() {
        application = new SpringApplicationBuilder(KravOgBetalingerApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("testClock", (InstantSource) clock))
                .properties(Map.<String, Object>of(
                        "server.port", 0,
                        "kravogbetalinger.issuer", platform.issuer().toString(),
                        "kravogbetalinger.platform", platform.base().toString(),
                        "kravogbetalinger.clientid", TestPlatform.CLIENT.value(),
                        "kravogbetalinger.keyfile", keyFile().toString(),
                        "spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username", "postgres"))
                .run();
    }

    private static final class Running {
        private static final ApiUnderTest API = new ApiUnderTest();

        private Running() {}
    }

    /** The application, with nobody having any right and the time being {@link #NOW}. */
    static ApiUnderTest start() {
        Running.API.platform.reset();
        Running.API.clock.set(NOW);
        return Running.API;
    }

    /** An answer: its status, headers and text. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text() {
            return response.body();
        }

        String code() {
            return json().path("kode").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Lets the system user read the party's claims and payments. */
    ApiUnderTest permitting(OrgNumber party) {
        return permitting(party, "null");
    }

    ApiUnderTest permitting(OrgNumber party, String obligations) {
        platform.permit(SYSTEM_USER, "read", "ske-krav-og-betalinger", party, obligations);
        return this;
    }

    /** The claims of a token that is good for everything permitted. */
    Map<String, Object> claims() {
        return platform.claims(SCOPE, SYSTEM_USER, BAKERY);
    }

    String token() {
        return TestKeys.sign(TestKeys.ISSUER, claims());
    }

    /** A GET with a sound token. */
    Reply get(String path) {
        return get(path, "Authorization", "Bearer " + token());
    }

    /** A GET with these headers, names and values in turn, and no others. */
    Reply get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** Another method, with a sound token. */
    Reply send(String method, String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    JdbcClient sql() {
        return application.getBean(JdbcClient.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static EmbeddedPostgres database() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path keyFile() {
        try {
            var file = Files.createTempFile("krav-og-betalinger", ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TestKeys.CLIENT.toJSONString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

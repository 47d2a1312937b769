package no.klarert.examples.smartcloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.klarert.sdk.AccessToken;
import no.klarert.sdk.HttpSettings;
import no.klarert.vocabulary.OrgNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Skatteetaten's Krav og betalinger API, as far as SmartCloud uses it. Redirects are not followed, answers are bounded. */
final class ClaimsApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BODY = 10_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI api;

    /** Refuses an address that tokens must not be sent to. */
    ClaimsApi(URI api) {
        this.api = HttpSettings.standard().checked("address", api);
    }

    /** The body of an error. */
    private record Problem(@Nullable String kode, @Nullable String melding) {}

    /** The open claims of {@code customer}. */
    Answer openClaims(OrgNumber customer, AccessToken token) {
        var correlationId = UUID.randomUUID().toString();
        var base = api.toString().replaceFirst("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/regnskapssystem/" + customer + "/aapnekrav"))
                .header("Authorization", token.authorizationHeader())
                .header("Accept", "application/json")
                .header("Korrelasjonsid", correlationId)
                .timeout(TIMEOUT)
                .build();
        return send(request, correlationId);
    }

    private Answer send(HttpRequest request, String correlationId) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var bytes = body.readNBytes(MAX_BODY + 1);
                return bytes.length > MAX_BODY
                        ? new Answer.ApiUnavailable("the answer is larger than " + MAX_BODY + " bytes", correlationId)
                        : read(response.statusCode(), new String(bytes, StandardCharsets.UTF_8), correlationId);
            }
        } catch (IOException failed) {
            return new Answer.ApiUnavailable(failed.getClass().getSimpleName(), correlationId);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.ApiUnavailable("interrupted", correlationId);
        }
    }

    private static Answer read(int status, String body, String correlationId) {
        if (status == 200) {
            return claims(body, correlationId);
        }
        var problem = problem(body);
        return status >= 400 && status < 500
                ? new Answer.CallRefused(
                        status,
                        problem.map(Problem::kode).map(Shown::line),
                        problem.map(Problem::melding).map(Shown::line),
                        correlationId)
                : new Answer.ApiUnavailable("http " + status, correlationId);
    }

    private static Answer claims(String body, String correlationId) {
        try {
            return Optional.ofNullable(MAPPER.readValue(body, OpenClaims.class))
                    .<Answer>map(Answer.Claims::new)
                    .orElseGet(() -> notClaims(correlationId));
        } catch (JacksonException unreadable) {
            return notClaims(correlationId);
        }
    }

    private static Answer notClaims(String correlationId) {
        return new Answer.ApiUnavailable("the answer is not a list of open claims", correlationId);
    }

    private static Optional<Problem> problem(String body) {
        try {
            return Optional.ofNullable(MAPPER.readValue(body, Problem.class));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}

package no.klarert.examples.smartcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.klarert.sdk.testing.MutableClock;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.sdk.testing.TestServer;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is started: what it prints, and how it ends. */
class ProgramTest {
    private static final OrgNumber CUSTOMER = new OrgNumber("313371735");
    private static final String OPEN = "/v1/regnskapssystem/" + CUSTOMER + "/aapnekrav";

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T10:00:00Z"));
    private final TestPlatform platform = new TestPlatform(clock);
    private final TestServer api = new TestServer();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void everythingInOrder() throws IOException {
        var key = Files.writeString(folder.resolve("key.jwk"), TestKeys.CLIENT.toJSONString());
        options.put("--issuer", platform.issuer().toString());
        options.put("--client-id", TestPlatform.CLIENT.value());
        options.put("--key-file", key.toString());
        options.put("--api", api.address("").toString());
        options.put("--customer", CUSTOMER.value());
        options.put("--external-ref", "kunde-4711");
        platform.addSystemUser(CUSTOMER, "kunde-4711", new SystemUserId(UUID.randomUUID()));
        api.on(OPEN, request -> Response.json(200, recorded("bryggen-aapnekrav.json")));
    }

    @AfterEach
    void stop() {
        platform.close();
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void shows_the_open_claims(String language) throws IOException {
        options.put("--language", language);

        assertThat(run()).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines(recorded("bryggen-" + language + ".txt"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writes_norwegian_unless_told_otherwise() {
        run();

        assertThat(out.toString()).startsWith("Åpne krav for 313371735 per 25.11.2026");
    }

    @Test
    void asks_as_the_customers_system_user() {
        run();

        var asked = api.requests(OPEN).get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.header("Authorization")).startsWith("Bearer ey");
        assertThat(asked.header("Accept")).isEqualTo("application/json");
        assertThat(UUID.fromString(asked.header("Korrelasjonsid"))).isNotNull();
    }

    @Test
    void needs_no_reference_when_the_system_user_was_made_without_one() {
        options.remove("--external-ref");
        platform.addSystemUser(CUSTOMER, CUSTOMER.value(), new SystemUserId(UUID.randomUUID()));

        assertThat(run()).isZero();
    }

    @Test
    void takes_an_address_without_its_last_slash() {
        options.put("--api", api.address("").toString().replaceFirst("/$", ""));

        assertThat(run()).isZero();
    }

    @Test
    void says_so_when_nothing_is_open() {
        api.on(OPEN, request -> Response.json(200, """
                {"partIdentifikator":"313371735","aapentKravMedGjenstaaendeBeloep":[],"skjermet":false,
                 "totalOversikt":{"sumStipulerteRenter":0,"sumForfalteKrav":0,"sumIkkeForfalteKrav":0,
                 "sumUplasserteInnbetalinger":0,"saldo":0}}"""));

        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("Ingen åpne krav.")
                .contains("0,00 kr")
                .doesNotContain("FORFALT");
    }

    @Test
    void says_so_when_the_customer_is_shielded() {
        api.on(
                OPEN,
                request -> Response.json(
                        200, recorded("bryggen-aapnekrav.json").replace("\"skjermet\": false", "\"skjermet\": true")));

        assertThat(run()).isZero();
        assertThat(out.toString()).contains("viser ikke").doesNotContain("Restskatt", "Saldo");
    }

    @Test
    void what_the_api_writes_cannot_steer_the_terminal() {
        api.on(
                OPEN,
                request -> Response.json(
                        200,
                        recorded("bryggen-aapnekrav.json").replace("\"Restskatt\"", "\"Rest\\u001b[2Jskatt\\n\"")));

        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Rest [2Jskatt").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--issuer", "--client-id", "--key-file", "--api", "--customer"})
    void an_option_that_is_missing_ends_with_2(String option) {
        options.remove(option);

        assertThat(run()).isEqualTo(ExitCode.BAD_OPTIONS);
        assertThat(err.toString()).contains("Missing required option").contains(option);
        assertThat(api.requests(OPEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--customer, 313371736, `313371736` is not a valid organisation number",
        "--client-id, with space, `with space` is not a valid client id",
        "--key-file, /nowhere.jwk, the key file `/nowhere.jwk` cannot be read",
        "--issuer, http://maskinporten.example.no/, not an https address",
        "--issuer, http://a b/, Illegal character",
        "--api, http://api.example.no/, not an https address",
        "--api, localhost, not an https address",
        "--language, se, `se` is not one of `nb`",
        "--colour, red, Unknown option",
    })
    void an_option_that_is_malformed_ends_with_2_and_is_named(String option, String value, String message) {
        options.put(option, value);

        assertThat(run()).isEqualTo(ExitCode.BAD_OPTIONS);
        assertThat(err.toString()).contains(option).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_key_that_is_none_ends_with_2_and_is_not_shown() throws IOException {
        var secret = "{\"kty\":\"RSA\",\"d\":\"geheim\"}";
        options.put(
                "--key-file",
                Files.writeString(folder.resolve("bad.jwk"), secret).toString());

        assertThat(run()).isEqualTo(ExitCode.BAD_OPTIONS);
        assertThat(err.toString()).contains("--key-file").doesNotContain("geheim");
    }

    @Test
    void a_refused_token_ends_with_3() {
        options.put("--external-ref", "another");

        assertThat(run()).isEqualTo(ExitCode.TOKEN_REFUSED);
        assertThat(err.toString()).contains("Fikk ikke token", "MP-303", "No system user");
        assertThat(api.requests(OPEN)).isEmpty();
    }

    @Test
    void a_refused_call_ends_with_4() {
        api.on(
                OPEN,
                request -> Response.json(
                        403, "{\"kode\":\"KB-005\",\"melding\":\"Ikke tilgang\",\"korrelasjonsid\":\"x\"}"));

        assertThat(run()).isEqualTo(ExitCode.CALL_REFUSED);
        assertThat(err.toString()).contains("403", "KB-005 Ikke tilgang", "Korrelasjonsid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "null", "{\"kode\":null}"})
    void a_refused_call_ends_with_4_whatever_the_api_says_about_it(String body) {
        api.on(OPEN, request -> Response.json(404, body));

        assertThat(run()).isEqualTo(ExitCode.CALL_REFUSED);
        assertThat(err.toString()).contains("404");
    }

    @Test
    void a_token_the_api_does_not_accept_is_replaced_once() {
        api.on(OPEN, request -> Response.json(401, "{\"kode\":\"KB-004\",\"melding\":\"Ugyldig token\"}"));

        assertThat(run()).isEqualTo(ExitCode.CALL_REFUSED);
        assertThat(api.requests(OPEN)).hasSize(2);
        assertThat(api.requests(OPEN).get(1).header("Authorization"))
                .isNotEqualTo(api.requests(OPEN).get(0).header("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 204})
    void an_api_without_a_usable_answer_ends_with_5(int status) {
        api.on(OPEN, request -> Response.json(status, status == 204 ? "" : "/elsewhere"));

        assertThat(run()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("http " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "null", "{\"partIdentifikator\":\"313371735\"}"})
    void an_answer_that_is_not_a_list_of_claims_ends_with_5(String body) {
        api.on(OPEN, request -> Response.json(200, body));

        assertThat(run()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_api_that_does_not_listen_ends_with_5() throws IOException {
        options.put("--api", "http://localhost:" + freePort() + "/");

        assertThat(run()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("ConnectException");
    }

    @Test
    void an_issuer_that_does_not_listen_ends_with_5() throws IOException {
        options.put("--issuer", "http://localhost:" + freePort() + "/maskinporten/");

        assertThat(run()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("could not connect");
    }

    @Test
    void failures_are_explained_in_the_language_too() {
        options.put("--language", "en");
        api.on(OPEN, request -> Response.json(403, "{\"kode\":\"KB-005\",\"melding\":\"Ikke tilgang\"}"));

        run();
        assertThat(err.toString()).startsWith("Skatteetaten refused the request (403): KB-005");
    }

    @Test
    void explains_itself() {
        assertThat(Main.run(new String[] {"--help"}, new PrintWriter(out), new PrintWriter(err), clock))
                .isZero();
        assertThat(out.toString()).contains("--customer", "Exit codes:", "the API refuses the call");
    }

    private int run() {
        var arguments = new ArrayList<String>();
        options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return Main.run(
                arguments.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true), clock);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String recorded(String name) throws IOException {
        try (var file = Objects.requireNonNull(ProgramTest.class.getResourceAsStream("/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import no.klarert.sdk.AuthorizationOutcome.Denied;
import no.klarert.sdk.AuthorizationOutcome.Granted;
import no.klarert.sdk.AuthorizationOutcome.Reason;
import no.klarert.sdk.AuthorizationOutcome.Undecided;
import no.klarert.sdk.Decision.Kind;
import no.klarert.sdk.Decision.Problem;
import no.klarert.sdk.VerificationOutcome.Verified;
import no.klarert.sdk.testing.MutableClock;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerTest {
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:kravogbetalinger");
    private static final ActionName READ = new ActionName("read");
    private static final ResourceId RESOURCE = new ResourceId("ske-krav-og-betalinger");
    private static final OrgNumber CUSTOMER = new OrgNumber("312345676");
    private static final SystemUserId SYSTEM_USER = SystemUserId.parse("0B8F2A3E-52A1-4F7F-9F5E-2D6F0A1C9B77");
    private static final String PASCAL_CASE_PERMIT = """
            {"Response":[{"Decision":"Permit","Status":{"StatusCode":
            {"Value":"urn:oasis:names:tc:xacml:1.0:status:ok"}},"Obligations":[{"Id":"o1","AttributeAssignment":
            [{"AttributeId":"a1","Value":"3","Category":"urn:altinn:minimum-authenticationlevel"}]}]}]}""";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final TestPlatform platform = new TestPlatform(clock);
    private final PdpClient pdp =
            PdpClient.builder(platform.base(), maskinporten()).clock(clock).build();

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void grants_what_the_decision_point_permits() {
        permit("null");

        assertThat(authorize(token()))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.systemUser().id()).isEqualTo(SYSTEM_USER));
    }

    @Test
    void denies_what_the_decision_point_does_not_permit() {
        permit("null");
        platform.revokeAll();

        assertDenied(authorize(token()), Reason.NOT_PERMITTED);
    }

    @Test
    void challenges_alike_whatever_the_reason_for_the_denial() {
        for (var reason : Reason.values()) {
            assertThat(new Denied(reason, "for the log").challenge()).isEqualTo("Bearer error=\"insufficient_scope\"");
        }
    }

    @Test
    void denies_another_action_another_resource_and_another_party() {
        permit("null");
        var authorizer = new Authorizer(pdp);

        assertDenied(authorizer.authorize(token(), new ActionName("write"), RESOURCE, CUSTOMER), Reason.NOT_PERMITTED);
        assertDenied(
                authorizer.authorize(token(), READ, new ResourceId("ske-andre-krav"), CUSTOMER), Reason.NOT_PERMITTED);
        assertDenied(authorizer.authorize(token(), READ, RESOURCE, new OrgNumber("315555558")), Reason.NOT_PERMITTED);
    }

    @Test
    void denies_a_token_without_a_system_user_and_does_not_ask() {
        assertDenied(authorize(verified(platform.claims(SCOPE.value()))), Reason.NO_SYSTEM_USER);
        assertThat(platform.server().requests(TestPlatform.AUTHORIZE)).isEmpty();
    }

    @Test
    void asks_with_an_exchanged_token_and_lower_case_identifiers() {
        permit("null");
        assertThat(authorize(token())).isInstanceOf(Granted.class);

        var asked = platform.server().requests(TestPlatform.AUTHORIZE).get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(JsonObject.parse(asked.body()).object("Request")).isPresent();
        assertThat(asked.body()).contains(SYSTEM_USER.toString().toLowerCase(Locale.ROOT));
    }

    @Test
    void gets_one_token_for_many_decisions_and_another_before_it_expires() {
        permit("null");
        for (int i = 0; i < 3; i++) {
            assertThat(authorize(token())).isInstanceOf(Granted.class);
        }
        assertThat(platform.server().requests(TestPlatform.EXCHANGE)).hasSize(1);

        clock.advance(Duration.ofMinutes(30));
        assertThat(authorize(token())).isInstanceOf(Granted.class);
        assertThat(platform.server().requests(TestPlatform.EXCHANGE)).hasSize(2);
    }

    @Test
    void gets_another_token_once_when_the_decision_point_does_not_accept_it() {
        platform.server().on(TestPlatform.AUTHORIZE, request -> Response.json(401, ""));

        assertProblem(decide(), Problem.NOT_AUTHORIZED);
        assertThat(platform.server().requests(TestPlatform.AUTHORIZE)).hasSize(2);
        assertThat(platform.server().requests(TestPlatform.EXCHANGE)).hasSize(2);
    }

    @Test
    void reads_a_quoted_exchange_answer() {
        permit("null");
        platform.server().on(TestPlatform.EXCHANGE, request -> {
            var claims = platform.claims("altinn:authorization/authorize");
            return Response.json(200, '"' + TestKeys.sign(TestKeys.NEXT_ISSUER, claims) + '"');
        });

        assertThat(authorize(token())).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @CsvSource({"401, NOT_AUTHORIZED", "400, REQUEST_REJECTED", "503, UNREACHABLE", "302, UNEXPECTED_ANSWER"})
    void has_no_decision_when_the_exchange_fails(int status, Problem problem) {
        platform.server().on(TestPlatform.EXCHANGE, request -> Response.json(status, "http://localhost/elsewhere"));

        assertProblem(decide(), problem);
        assertThat(platform.server().requests(TestPlatform.AUTHORIZE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "not a token", "\"\"", "a.b"})
    void has_no_decision_when_the_exchange_answers_something_else(String body) {
        platform.server().on(TestPlatform.EXCHANGE, request -> new Response(200, "text/plain", body));

        assertProblem(decide(), Problem.UNEXPECTED_ANSWER);
    }

    @Test
    void has_no_decision_when_maskinporten_refuses_or_is_down() {
        platform.server()
                .on(
                        TestPlatform.TOKEN,
                        request -> Response.json(400, "{\"error\":\"invalid_scope\",\"error_uri\":\"x/MP-250\"}"));
        assertThat(decide()).isInstanceOfSatisfying(Decision.Unavailable.class, no -> {
            assertThat(no.problem()).isEqualTo(Problem.NOT_AUTHORIZED);
            assertThat(no.detail()).contains("invalid_scope", "MP-250");
        });

        platform.server().on(TestPlatform.TOKEN, request -> Response.json(503, "{}"));
        assertProblem(decide(), Problem.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REJECTED",
        "403, NOT_AUTHORIZED",
        "404, REQUEST_REJECTED",
        "415, REQUEST_REJECTED",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE",
        "201, UNEXPECTED_ANSWER",
        "410, UNEXPECTED_ANSWER",
    })
    void has_no_decision_when_the_answer_is_not_200(int status, Problem problem) {
        platform.server().on(TestPlatform.AUTHORIZE, request -> Response.json(status, PASCAL_CASE_PERMIT));

        assertProblem(decide(), problem);
    }

    @Test
    void does_not_take_its_question_and_token_to_where_it_is_redirected() {
        var elsewhere = platform.server().address("elsewhere").toString();
        platform.server().on("/elsewhere", request -> Response.json(200, PASCAL_CASE_PERMIT));
        platform.server().on(TestPlatform.AUTHORIZE, request -> new Response(307, "text/plain", elsewhere));

        assertProblem(decide(), Problem.UNEXPECTED_ANSWER);
        assertThat(platform.server().requests("/elsewhere")).isEmpty();
    }

    @Test
    void a_slow_decision_point_is_unreachable() {
        platform.server().on(TestPlatform.AUTHORIZE, request -> {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Response.json(200, PASCAL_CASE_PERMIT);
        });
        var impatient = PdpClient.builder(platform.base(), maskinporten())
                .http(HttpSettings.standard()
                        .withTimeout(Duration.ofMillis(300))
                        .withAttempts(1))
                .clock(clock)
                .build();

        assertProblem(impatient.decide(SYSTEM_USER, READ, RESOURCE, CUSTOMER), Problem.UNREACHABLE);
    }

    @Test
    void an_oversized_permit_is_no_decision() {
        answer(PASCAL_CASE_PERMIT.replace("\"o1\"", '"' + "o".repeat(300_000) + '"'));

        assertThat(decide()).isInstanceOf(Decision.Unavailable.class);
    }

    @Test
    void reads_answers_in_camel_case_and_in_pascal_case() {
        answer(TestPlatform.decision("Permit", TestPlatform.minimumLevel(3)));
        assertThat(decide()).isInstanceOf(Decision.Permit.class);

        answer(PASCAL_CASE_PERMIT);
        assertThat(decide())
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.obligations())
                                .singleElement()
                                .satisfies(obligation -> assertThat(obligation.assignments())
                                        .containsExactly(new Decision.Assignment(
                                                "urn:altinn:minimum-authenticationlevel", "a1", "3"))));
    }

    @ParameterizedTest
    @CsvSource({"Deny, DENY", "NotApplicable, NOT_APPLICABLE", "Indeterminate, INDETERMINATE"})
    void tells_refusals_apart(String decision, Kind kind) {
        answer(TestPlatform.decision(decision, "null"));

        assertThat(decide()).isEqualTo(new Decision.Refused(kind, "urn:oasis:names:tc:xacml:1.0:status:ok"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Permit",
                "\"Permit\"",
                "[]",
                "{}",
                "{\"response\":null}",
                "{\"response\":[]}",
                "{\"response\":{\"decision\":\"Permit\"}}",
                "{\"response\":[{\"decision\":\"Permit\"},{\"decision\":\"Permit\"}]}",
                "{\"response\":[{\"decision\":\"permit\"}]}",
                "{\"response\":[{\"decision\":\"Permit \"}]}",
                "{\"response\":[{\"decision\":true}]}",
                "{\"response\":[{\"decision\":null}]}",
                "{\"response\":[{\"decision\":\"Deny\",\"Decision\":\"Permit\"}]}",
                "{\"response\":[{\"decision\":\"Permit\"}],\"Response\":[{\"decision\":\"Permit\"}]}",
                "{\"response\":[{\"decision\":\"Permit\",\"obligations\":{}}]}",
                "{\"response\":[{\"decision\":\"Permit\",\"obligations\":[3]}]}",
                "{\"response\":[{\"decision\":\"Permit\",\"obligations\":[{\"attributeAssignment\":[{\"value\":3}]}]}]}",
                "{\"response\":[{\"decision\":\"Permit\",\"status\":{\"statusCode\":{\"value\":\"urn:x:error\"}}}]}",
                "{\"response\":[{\"decision\":\"Permit\"}]} trailing",
            })
    void an_answer_that_is_not_one_clear_decision_is_no_decision(String body) {
        answer(body);

        assertProblem(decide(), Problem.UNEXPECTED_ANSWER);
        assertThat(authorize(token())).isInstanceOf(Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3, true", "4, false"})
    void counts_a_token_straight_from_maskinporten_as_level_3(int required, boolean granted) {
        permit(TestPlatform.minimumLevel(required));

        var outcome = authorize(token());

        if (granted) {
            assertThat(outcome).isInstanceOf(Granted.class);
        } else {
            assertDenied(outcome, Reason.LEVEL_TOO_LOW);
        }
    }

    @Test
    void compares_the_level_an_exchanged_token_states() {
        permit(TestPlatform.minimumLevel(3));
        var claims = claims();
        claims.remove("client_amr");
        claims.put("urn:altinn:authlevel", 2);
        assertDenied(authorize(verified(claims)), Reason.LEVEL_TOO_LOW);

        claims.put("urn:altinn:authlevel", 4);
        assertThat(authorize(verified(claims))).isInstanceOf(Granted.class);
    }

    @Test
    void lets_the_level_for_service_owners_suffice_for_them_alone() {
        permit("""
                [{"id":"o","attributeAssignment":[
                {"attributeId":"a","value":"4","category":"urn:altinn:minimum-authenticationlevel"},
                {"attributeId":"b","value":"3","category":"urn:altinn:minimum-authenticationlevel-org"}]}]""");
        assertDenied(authorize(token()), Reason.LEVEL_TOO_LOW);

        var claims = claims();
        claims.put("urn:altinn:org", "skd");
        assertThat(authorize(verified(claims))).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"o\"}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"category\":\"urn:example:log-it\",\"value\":\"1\"}]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"attributeId\":\"urn:altinn:minimum-authenticationlevel\",\"value\":\"1\"}]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"category\":\"urn:altinn:minimum-authenticationlevel\",\"value\":\"low\"}]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"category\":\"urn:altinn:minimum-authenticationlevel\",\"value\":\"-1\"}]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"category\":\"urn:altinn:minimum-authenticationlevel\"}]}]",
                "[{\"id\":\"o\",\"attributeAssignment\":[{\"category\":\"urn:altinn:minimum-authenticationlevel\",\"value\":\"1\"},{\"category\":\"urn:x\",\"value\":\"1\"}]}]",
            })
    void denies_a_permit_with_an_obligation_it_does_not_understand(String obligations) {
        permit(obligations);

        assertDenied(authorize(token()), Reason.UNKNOWN_OBLIGATION);
    }

    @Test
    void takes_separate_endpoints_and_a_subscription_key() {
        permit("null");
        var client = PdpClient.builder(platform.server().address("nowhere"), maskinporten())
                .exchangeEndpoint(platform.server().address(TestPlatform.EXCHANGE.substring(1)))
                .decisionEndpoint(platform.server().address(TestPlatform.AUTHORIZE.substring(1)))
                .subscriptionKey("abonnement-1")
                .clock(clock)
                .build();

        assertThat(client.decide(SYSTEM_USER, READ, RESOURCE, CUSTOMER)).isInstanceOf(Decision.Permit.class);
        assertThat(platform.server().requests(TestPlatform.AUTHORIZE).get(0).header("Ocp-Apim-Subscription-Key"))
                .isEqualTo("abonnement-1");
    }

    private MaskinportenClient maskinporten() {
        return MaskinportenClient.builder(
                        platform.issuer(), TestPlatform.CLIENT, SigningKey.fromJwk(TestKeys.CLIENT.toJSONString()))
                .clock(clock)
                .build();
    }

    private void permit(String obligations) {
        platform.permit(SYSTEM_USER, "read", RESOURCE.value(), CUSTOMER, obligations);
    }

    private void answer(String body) {
        platform.server().on(TestPlatform.AUTHORIZE, request -> Response.json(200, body));
    }

    private Decision decide() {
        return pdp.decide(SYSTEM_USER, READ, RESOURCE, CUSTOMER);
    }

    private AuthorizationOutcome authorize(VerifiedToken token) {
        return new Authorizer(pdp).authorize(token, READ, RESOURCE, CUSTOMER);
    }

    private VerifiedToken token() {
        return verified(claims());
    }

    private Map<String, Object> claims() {
        return platform.claims(SCOPE.value(), SYSTEM_USER, CUSTOMER);
    }

    private VerifiedToken verified(Map<String, Object> claims) {
        var verifier = TokenVerifier.builder(platform.issuer())
                .requireScope(SCOPE)
                .ignoreAudience()
                .clock(clock)
                .build();
        var outcome = verifier.verify(TestKeys.sign(TestKeys.ISSUER, claims));
        assertThat(outcome).isInstanceOf(Verified.class);
        return ((Verified) outcome).token();
    }

    private static void assertDenied(AuthorizationOutcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.reason()).isEqualTo(reason));
    }

    private static void assertProblem(Decision decision, Problem problem) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Unavailable.class,
                        no -> assertThat(no.problem()).isEqualTo(problem));
    }
}

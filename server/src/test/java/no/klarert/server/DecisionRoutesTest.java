package no.klarert.server;

import static no.klarert.server.DecisionWorld.BAKERY;
import static no.klarert.server.DecisionWorld.PLUMBER;
import static no.klarert.server.DecisionWorld.RESOURCE;
import static no.klarert.server.DecisionWorld.batch;
import static no.klarert.server.DecisionWorld.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import no.klarert.pdp.DecisionLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions over HTTP (Altinn PDP §1.3, §2.2 and §2.3). */
class DecisionRoutesTest {
    private static final String PATH = "/authorization/api/v1/authorize";
    private static final String SCOPE = "altinn:authorization/authorize";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        DecisionWorld.addTo(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestCall asking() {
        return server.post(PATH).token(server.token(ServerUnderTest.SKATTEETATEN, SCOPE));
    }

    private static TestCall.Reply ask(String body) {
        return asking().json(body).send();
    }

    private static List<String> decisions(TestCall.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return StreamSupport.stream(reply.json().get("response").spliterator(), false)
                .map(result -> result.get("decision").asString())
                .toList();
    }

    private static String status(TestCall.Reply reply) {
        return reply.json().at("/response/0/status/statusCode/value").asString();
    }

    private static List<DecisionLog.Entry> logged() {
        return server.store().decisionLogEntries();
    }

    @Test
    void answers_a_permit_in_the_shape_of_the_public_service() {
        var body = question("read", RESOURCE, BAKERY)
                .replace(
                        "\"Value\": \"" + RESOURCE + "\"",
                        "\"Value\": \"" + RESOURCE + "\", \"IncludeInResult\": true");
        var reply = ask(body);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json()).isEqualTo(Json.read("""
                {"response": [{
                  "decision": "Permit",
                  "status": {"statusMessage": null, "statusDetails": null, "statusCode": {
                    "value": "urn:oasis:names:tc:xacml:1.0:status:ok", "statusCode": null}},
                  "obligations": [{
                    "id": "urn:altinn:obligation:authenticationLevel1",
                    "attributeAssignment": [{
                      "attributeId": "urn:altinn:obligation1-assignment1",
                      "value": "3",
                      "category": "urn:altinn:minimum-authenticationlevel",
                      "dataType": "http://www.w3.org/2001/XMLSchema#integer",
                      "issuer": null}]}],
                  "associateAdvice": null,
                  "category": [{
                    "categoryId": "urn:oasis:names:tc:xacml:3.0:attribute-category:resource",
                    "id": null,
                    "content": null,
                    "attribute": [{
                      "attributeId": "urn:altinn:resource",
                      "value": "ske-krav-og-betalinger",
                      "issuer": null,
                      "dataType": "http://www.w3.org/2001/XMLSchema#string",
                      "includeInResult": false}]}],
                  "policyIdentifierList": null}]}
                """.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void does_not_permit_another_action_or_another_party() {
        assertThat(decisions(ask(question("delete", RESOURCE, BAKERY)))).containsExactly("NotApplicable");
        assertThat(decisions(ask(question("read", RESOURCE, PLUMBER)))).containsExactly("NotApplicable");
    }

    @Test
    void permits_a_delegated_right_that_the_policy_does_not_mention() {
        assertThat(decisions(ask(question("write", RESOURCE, BAKERY)))).containsExactly("Permit");
        assertThat(decisions(ask(question("write", RESOURCE, PLUMBER)))).containsExactly("NotApplicable");
    }

    @Test
    void says_why_a_request_cannot_be_decided() {
        var unknownResource = ask(question("read", "finnes-ikke", BAKERY));
        assertThat(decisions(unknownResource)).containsExactly("Indeterminate");
        assertThat(status(unknownResource)).endsWith(":processing-error");
        assertThat(unknownResource.json().at("/response/0/status/statusMessage").asString())
                .isEqualTo("the resource has no policy");
        var unknownParty = ask(question("read", RESOURCE, "974760673"));
        assertThat(decisions(unknownParty)).containsExactly("Indeterminate");
        assertThat(status(unknownParty)).endsWith(":syntax-error");
    }

    @Test
    void an_empty_document_is_answered_and_an_empty_request_too() {
        assertThat(status(ask("{}"))).endsWith(":syntax-error");
        assertThat(status(ask("{\"Request\": {}}"))).endsWith(":processing-error");
    }

    @Test
    void answers_each_reference_in_order_whatever_the_letter_case_of_the_members() {
        var reply = ask(batch(RESOURCE, List.of("read", "write", "delete"), List.of("delete", "read", "write")));
        assertThat(decisions(reply)).containsExactly("NotApplicable", "Permit", "Permit");
    }

    @Test
    void a_part_that_fails_spoils_the_batch() {
        var reply = ask(batch("finnes-ikke", List.of("read", "write"), List.of("read", "write")));
        assertThat(decisions(reply)).containsExactly("Indeterminate");
    }

    @Test
    void a_deleted_system_user_is_permitted_nothing() {
        try (var other = ServerUnderTest.start(directory.resolve("other"))) {
            DecisionWorld.addTo(other);
            DecisionWorld.deleteSystemUser(other);
            var token = other.token(ServerUnderTest.SKATTEETATEN, SCOPE);
            var reply = other.post(PATH)
                    .token(token)
                    .json(question("read", RESOURCE, BAKERY))
                    .send();
            assertThat(decisions(reply)).containsExactly("NotApplicable");
        }
    }

    @Test
    void every_decision_is_in_the_log_also_failed_ones_and_each_part_of_a_batch() {
        int before = logged().size();
        ask(question("read", RESOURCE, BAKERY));
        ask(question("read", "finnes-ikke", BAKERY));
        ask("{}");
        ask(batch(RESOURCE, List.of("read", "delete"), List.of("read", "delete")));
        var entries = logged().subList(before, logged().size());
        assertThat(entries)
                .extracting(DecisionLog.Entry::decision)
                .containsExactly("Permit", "Indeterminate", "Indeterminate", "Permit", "NotApplicable");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.caller()).isEqualTo("974761076");
            assertThat(entry.traceId()).hasSize(32);
        });
    }

    @Test
    void what_is_refused_is_not_decided_and_not_in_the_log() {
        int before = logged().size();
        server.post(PATH).json(question("read", RESOURCE, BAKERY)).send();
        ask("{\"Request\": []}");
        assertThat(logged()).hasSize(before);
    }

    @Test
    void the_trace_of_the_caller_is_kept_in_the_log() {
        asking().header("traceparent", "00-" + "ab".repeat(16) + "-" + "cd".repeat(8) + "-00")
                .json(question("read", RESOURCE, BAKERY))
                .send();
        assertThat(logged().getLast().traceId()).isEqualTo("ab".repeat(16));
    }

    @Test
    void ignores_the_subscription_key_and_the_letter_case_of_the_path() {
        var token = server.token(ServerUnderTest.SKATTEETATEN, SCOPE);
        var reply = server.post("/Authorization/API/v1/Authorize")
                .token(token)
                .header("Ocp-Apim-Subscription-Key", "0123")
                .json(question("read", RESOURCE, BAKERY))
                .send();
        assertThat(decisions(reply)).containsExactly("Permit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "text/json", "application/xacml+json", "APPLICATION/JSON"})
    void reads_every_kind_of_json(String contentType) {
        var reply =
                asking().body(contentType, question("read", RESOURCE, BAKERY)).send();
        assertThat(decisions(reply)).containsExactly("Permit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "application/xacml+xml", "text/plain", "json"})
    void refuses_other_kinds_of_bodies(String contentType) {
        var reply =
                asking().body(contentType, question("read", RESOURCE, BAKERY)).send();
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refuses_a_body_of_no_kind() {
        assertThat(asking().send().status()).isEqualTo(415);
    }

    @Test
    void refuses_a_call_without_token() {
        var reply = server.post(PATH).json(question("read", RESOURCE, BAKERY)).send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void refuses_a_token_nobody_issued() {
        var reply = server.post(PATH)
                .token("abc.def.ghi")
                .json(question("read", RESOURCE, BAKERY))
                .send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void refuses_an_expired_token() {
        var token = server.token(ServerUnderTest.SKATTEETATEN, SCOPE);
        server.clock().advance(Duration.ofHours(1));
        var reply = server.post(PATH)
                .token(token)
                .json(question("read", RESOURCE, BAKERY))
                .send();
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void refuses_a_token_without_the_scope() {
        var token = server.token(ServerUnderTest.SKATTEETATEN, "altinn:resourceregistry/resource.write");
        var reply = server.post(PATH)
                .token(token)
                .json(question("read", RESOURCE, BAKERY))
                .send();
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope", SCOPE);
    }

    @Test
    void refuses_other_methods() {
        var reply = server.get(PATH).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST");
    }
}

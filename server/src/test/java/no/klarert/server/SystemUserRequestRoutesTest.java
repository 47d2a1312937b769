package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vendors' requests for system users over HTTP (system user API §6.2–6.7). */
class SystemUserRequestRoutesTest {
    private static final String REQUESTS = "/authentication/api/v1/systemuser/request/vendor";
    private static final String WRITE = "altinn:authentication/systemuser.request.write";
    private static final String READ = "altinn:authentication/systemuser.request.read";
    private static final String RIGHT =
            "[{\"resource\": [{\"id\": \"urn:altinn:resource\", \"value\": \"ske-krav-og-betalinger\"}]}]";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;
    private static PortalStory story;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        story = PortalStory.begin(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_request_is_new_and_says_where_the_customer_confirms_it() {
        var reference = UUID.randomUUID().toString();
        var reply = send(ServerUnderTest.SMARTCLOUD, body("310000019_regnskap", PortalStory.BAKERY, reference, RIGHT));
        assertThat(reply.status()).isEqualTo(201);
        var id = reply.json().path("id").asString();
        assertThat(reply.json().path("status").asString()).isEqualTo("New");
        assertThat(reply.json().path("confirmUrl").asString())
                .startsWith(ServerUnderTest.BASE + "/accessmanagement/ui/systemuser/request?id=" + id);
        assertThat(reply.header("Location")).endsWith("/authentication/api/v1/systemuser/request/" + id);
        assertThat(read(ServerUnderTest.SMARTCLOUD, id)
                        .json()
                        .path("externalRef")
                        .asString())
                .isEqualTo(reference);
    }

    @Test
    void the_same_request_once_more_is_answered_with_the_first() {
        var body =
                body("310000019_regnskap", PortalStory.BAKERY, UUID.randomUUID().toString(), RIGHT);
        var first = send(ServerUnderTest.SMARTCLOUD, body);
        var second = send(ServerUnderTest.SMARTCLOUD, body);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "310000019_unknown, 313371735, 404, AUTH-00011",
        "310000019_regnskap, 123456789, 400, ''",
        "310000019_regnskap, 310000019x, 400, ''",
        "'', 313371735, 400, ''"
    })
    void what_names_no_system_or_customer_is_refused(String system, String customer, int status, String code) {
        int before = audited();
        var reply = send(ServerUnderTest.SMARTCLOUD, body(system, customer, "x", RIGHT));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains(code).doesNotContain("Exception");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(audited()).isEqualTo(before);
    }

    @Test
    void a_right_that_the_system_does_not_have_is_refused() {
        var other = RIGHT.replace("ske-krav-og-betalinger", "altinn_access_management");
        var reply = send(ServerUnderTest.SMARTCLOUD, body("310000019_regnskap", PortalStory.BAKERY, "other", other));
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void another_vendor_learns_nothing_about_a_system_or_a_request() {
        var id = story.request();
        assertThat(send(ServerUnderTest.NORDLYS, body("310000019_regnskap", PortalStory.BAKERY, "y", RIGHT))
                        .status())
                .isEqualTo(404);
        assertThat(read(ServerUnderTest.NORDLYS, id).status()).isEqualTo(404);
        assertThat(delete(ServerUnderTest.NORDLYS, id).status()).isEqualTo(404);
        assertThat(story.status(id)).isEqualTo("New");
    }

    @Test
    void a_withdrawn_request_is_gone() {
        var id = story.request();
        assertThat(delete(ServerUnderTest.SMARTCLOUD, id).status()).isEqualTo(202);
        assertThat(read(ServerUnderTest.SMARTCLOUD, id).status()).isEqualTo(404);
        assertThat(delete(ServerUnderTest.SMARTCLOUD, id).status()).isEqualTo(404);
    }

    @Test
    void reading_and_writing_need_their_own_scopes() {
        var id = story.request();
        var writer = server.token(ServerUnderTest.SMARTCLOUD, WRITE);
        var reader = server.token(ServerUnderTest.SMARTCLOUD, READ);
        assertThat(server.get(REQUESTS + "/" + id).token(writer).send().status())
                .isEqualTo(403);
        assertThat(server.post(REQUESTS).token(reader).json("{}").send().status())
                .isEqualTo(403);
        assertThat(server.get(REQUESTS + "/" + id).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"systemId\": 7}",
                "{\"systemId\": \"a\", \"systemId\": \"b\"}",
                "{\"systemId\": \"310000019_regnskap\", \"partyOrgNo\": \"313371735\", \"rights\": {}}",
                "{\"systemId\": \"310000019_regnskap\", \"partyOrgNo\": \"313371735\", \"rights\": [null]}",
                "{\"systemId\": \"310000019_regnskap\", \"partyOrgNo\": \"313371735\", \"externalRef\": \"\\u0000\"}"
            })
    void a_body_of_the_wrong_shape_is_refused_with_its_faults(String body) {
        int before = audited();
        var reply = send(ServerUnderTest.SMARTCLOUD, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(audited()).isEqualTo(before);
    }

    @Test
    void a_body_that_is_too_deep_or_too_large_is_refused() {
        assertThat(send(ServerUnderTest.SMARTCLOUD, "[".repeat(5_000)).status()).isEqualTo(400);
        assertThat(send(ServerUnderTest.SMARTCLOUD, "\"" + "x".repeat(300_000) + "\"")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "00000000-0000-0000-0000-00000000000g", "1-1-1-1-1"})
    void an_id_that_is_no_uuid_is_refused(String id) {
        assertThat(read(ServerUnderTest.SMARTCLOUD, id).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/kvittering", "https://smartcloud.example.evil.example/", "javascript:1"})
    void a_redirect_to_somewhere_unregistered_is_refused(String url) {
        var body = body("310000019_regnskap", PortalStory.BAKERY, "z", RIGHT)
                .replace("\"rights\"", "\"redirectUrl\": \"" + url + "\", \"rights\"");
        var reply = send(ServerUnderTest.SMARTCLOUD, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("AUTH-00021");
    }

    private static String body(String system, String customer, String reference, String rights) {
        return """
                {"systemId": "%s", "partyOrgNo": "%s", "externalRef": "%s", "rights": %s}
                """.formatted(system, customer, reference, rights);
    }

    private static TestCall.Reply send(String client, String body) {
        return server.post(REQUESTS)
                .token(server.token(client, WRITE))
                .json(body)
                .send();
    }

    private static TestCall.Reply read(String client, String id) {
        return server.get(REQUESTS + "/" + id).token(server.token(client, READ)).send();
    }

    private static TestCall.Reply delete(String client, String id) {
        return server.call("DELETE", REQUESTS + "/" + id)
                .token(server.token(client, WRITE))
                .send();
    }

    private static int audited() {
        return server.store().auditEvents().size();
    }
}

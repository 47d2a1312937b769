package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system register over HTTP (system user API §4). */
class SystemRegisterRoutesTest {
    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lists_a_vendors_own_systems_for_a_token_with_the_scope() {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemregister.write");
        var reply = server.get("/authentication/api/v1/systemregister/vendor")
                .token(token)
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().isArray()).isTrue();
    }

    @Test
    void refuses_a_token_without_the_scope() {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemuser.request.read");
        var reply = server.get("/authentication/api/v1/systemregister/vendor")
                .token(token)
                .send();
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void refuses_a_call_without_a_token() {
        assertThat(server.get("/authentication/api/v1/systemregister/vendor")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refuses_a_body_with_a_text_that_cannot_be_kept_and_says_where() {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemregister.write");
        var reply = server.post("/authentication/api/v1/systemregister/vendor")
                .token(token)
                .json("{\n\"name\": {\"nb\": \"a\\u0000\"}}")
                .send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("U+0000", "line 2");
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose bodies are not framed as HTTP has it (RFC 9112 §7.1): nothing after them is taken for a request. */
class BrokenFramingTest {
    private static final String HEAD = """
            POST /maskinporten/token HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-www-form-urlencoded\r
            Transfer-Encoding: chunked\r
            \r
            """;
    private static final String NEXT = "GET /maskinporten/jwk HTTP/1.1\r\nHost: localhost\r\n\r\n";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nab\r\n0\r\n\r\n",
                "-1\r\nab\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nab\r\n0\r\n\r\n",
                "2;a=b\r\nab\r\n0\r\n\r\n",
                "0x2\r\nab\r\n0\r\n\r\n",
                "2\nab\r\n0\r\n\r\n",
                "zz"
            })
    void nothing_after_a_body_in_broken_chunks_is_answered(String body) {
        var answers = new RawCall(server.port()).exchange(HEAD + body + NEXT);
        assertThat(answers).doesNotContain("HTTP/1.1 200 ", "HTTP/1.1 500 ");
        assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_body_in_sound_chunks_is_read_and_the_connection_goes_on() {
        var answers = new RawCall(server.port()).exchange(HEAD + "2\r\nab\r\n0\r\n\r\n" + NEXT);
        assertThat(answers).contains("grant_type is missing", "HTTP/1.1 200 ");
    }

    @Test
    void a_body_that_nobody_reads_is_not_taken_for_the_next_request() {
        var answers = new RawCall(server.port()).exchange("""
                POST /authorization/api/v1/authorize HTTP/1.1\r
                Host: localhost\r
                Expect: 100-continue\r
                Content-Length: %d\r
                \r
                %s""".formatted(NEXT.length(), NEXT));
        assertThat(answers).contains("HTTP/1.1 401 ").doesNotContain("HTTP/1.1 200 ");
    }

    @Test
    void a_header_whose_name_is_none_is_refused() {
        var answer = new RawCall(server.port()).exchange("GET / HTTP/1.1\r\nHost: localhost\r\nXæ: 1\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }
}

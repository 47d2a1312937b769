package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.klarert.issuer.MpCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that explain refusals (Maskinporten §5.1), over HTTP. */
class ErrorPagesRoutesTest {
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
    @EnumSource
    void every_code_is_explained_in_both_languages(MpCode code) {
        for (var language : new String[] {"nb", "en"}) {
            var reply = server.get("/maskinporten/errors/" + code.code())
                    .header("Accept-Language", language)
                    .send();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(reply.header("Content-Language")).isEqualTo(language);
            assertThat(reply.header("Vary")).contains("Accept-Language");
            assertThat(reply.text()).contains("<html lang=\"" + language + "\">", "<h1>" + code.code());
        }
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(ErrorTexts.EN.byKey()).containsOnlyKeys(ErrorTexts.NB.byKey().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nn,en;q=0.5|nb", "de, en-GB;q=0.8, nb;q=0.2|en", "no|nb", "de|nb", "en;q=0, nb|nb", ";;;=|nb"})
    void the_language_is_the_first_we_have(String wanted, String given) {
        var reply = server.get("/maskinporten/errors/MP-250")
                .header("Accept-Language", wanted)
                .send();
        assertThat(reply.header("Content-Language")).isEqualTo(given);
    }

    @Test
    void programs_may_have_json() {
        var reply = server.get("/maskinporten/errors/mp-250")
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .send();
        assertThat(reply.json().path("code").asString()).isEqualTo("MP-250");
        assertThat(reply.json().path("remedy").asString()).contains("owner of the scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MP-999", "MP-25", "x", "%3Cscript%3E", "..%2F..%2Fetc%2Fpasswd", "MP-250.title"})
    void there_is_nothing_at_other_codes(String code) {
        var reply = server.get("/maskinporten/errors/" + code).send();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("script", "passwd");
    }

    @Test
    void head_is_answered_and_other_methods_are_refused() {
        assertThat(server.call("HEAD", "/maskinporten/errors/MP-250").send().status())
                .isEqualTo(200);
        var reply = server.post("/maskinporten/errors/MP-250").send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET");
    }
}

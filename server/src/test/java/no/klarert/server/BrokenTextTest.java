package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that the database cannot keep is refused at every edge, and told from text that only looks odd. */
class BrokenTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\uD83D", "a\uD83D b", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void is_broken(String text) {
        assertThat(BrokenText.isBroken(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Blåbær", "\uD83D\uDE00", "\u0001\n\u007F", "\uFFFF\uFEFF"})
    void is_not_broken(String text) {
        assertThat(BrokenText.isBroken(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n \"a\": \"\\u0000\"}",
                "{\n \"a\": [1, {\"b\": \"x\\ud83d\"}]}",
                "{\n \"a\\u0000\": 1}",
                "[\n \"\\ude00\\ud83d\"]"
            })
    void json_with_it_is_refused_and_the_line_is_told(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Json.MalformedJson.class)
                .hasMessageContaining("U+0000 or half a surrogate pair (line 2, column");
    }

    @Test
    void json_with_a_surrogate_in_raw_bytes_is_refused() {
        var bytes = new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'};

        assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(Json.MalformedJson.class);
    }

    @Test
    void json_with_odd_but_whole_text_is_read() {
        var read = Json.read("{\"\\\\u0000\": \"\\ud83d\\ude00\\u0001\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(read.get("\\u0000").stringValue()).isEqualTo("\uD83D\uDE00\u0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%00", "a%00=1", "a=b\0"})
    void addresses_and_forms_with_it_are_refused(String query) {
        assertThat(UrlEncoded.parse(query)).isEmpty();
    }

    @Test
    void a_path_with_it_is_refused() {
        assertThat(UrlEncoded.decodeSegment("a%00")).isEmpty();
        assertThat(UrlEncoded.decodeSegment("a%01")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\x00", "\\u0000", "\\ud83d"})
    void a_world_with_it_is_refused_before_anything_is_loaded(String escape) {
        var world = "clients:\n- name: \"a" + escape + "\"\n";

        assertThatThrownBy(() -> WorldReader.read("world.yaml", world.getBytes(StandardCharsets.UTF_8), Instant.EPOCH))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("world.yaml")
                .hasMessageContaining("line 2");
    }
}

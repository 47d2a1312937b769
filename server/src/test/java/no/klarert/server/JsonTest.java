package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private static JsonNode read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,}", "{'a':1}", "{} {}", "nul", "[1,2", "// x\n{}", "{\"a\":NaN}"})
    void refuses_what_is_not_well_formed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Json.MalformedJson.class);
    }

    @Test
    void refuses_the_same_member_twice_and_says_where() {
        assertThatThrownBy(() -> read("{\"a\":1,\n\"a\":2}"))
                .isInstanceOf(Json.MalformedJson.class)
                .hasMessageContaining("same member twice")
                .hasMessageContaining("line 2");
    }

    @Test
    void takes_64_levels_and_refuses_65() {
        assertThat(read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        assertThatThrownBy(() -> read("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(Json.MalformedJson.class)
                .hasMessageContaining("64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1,\"x\\u0000\"]}", "{\"a\":[1,\"\\ud800x\"]}", "{\"a\":[1,{\"\\u0000\":2}]}"})
    void refuses_characters_that_are_no_text_and_says_where(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Json.MalformedJson.class)
                .hasMessageContaining("U+0000 or half a surrogate pair (line 1, column ");
    }

    @Test
    void takes_every_other_escape() {
        assertThat(read("\"\\ud83d\\ude00 \\u00e6\\u0001\"").stringValue()).isEqualTo("\uD83D\uDE00 æ\u0001");
        assertThat(read("\"\\\\u0000\"").stringValue()).isEqualTo("\\u0000");
    }

    @Test
    void refuses_wider_encodings_than_utf_8() {
        assertThatThrownBy(() -> Json.read("{}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Json.MalformedJson.class);
    }

    @Test
    void reports_every_problem_of_a_body_with_its_place() {
        var fields =
                JsonFields.of(read("{\"Org\":\"123\",\"list\":[\"a\",1],\"inner\":{\"flag\":\"yes\"},\"n\":70000}"));
        fields.requiredValue("org", OrgNumber::new);
        fields.texts("list");
        fields.object("inner").orElseThrow().flag("flag", true);
        fields.integer("n", 0, 0, 65_535);
        fields.requiredText("missing");
        assertThat(fields.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/org", "/list/1", "/inner/flag", "/n", "/missing");
    }

    @Test
    void reads_a_body_without_problems() {
        var fields = JsonFields.of(read("{\"org\":\"974761076\",\"list\":[\"a\"],\"nothing\":null}"));
        assertThat(fields.requiredValue("org", OrgNumber::new)).contains(new OrgNumber("974761076"));
        assertThat(fields.texts("list").orElseThrow()).containsExactly("a");
        assertThat(fields.has("nothing")).isFalse();
        assertThat(fields.isFaulty()).isFalse();
    }
}

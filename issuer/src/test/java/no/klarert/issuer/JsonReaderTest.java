package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.klarert.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void reads_every_kind_of_value() {
        var text = """
                 { "text" : "æ\\u00e6\\n\\"\\\\\\/\\ud83d\\ude00" , "whole":-12, "zero":0, "fraction":1.5, "exponent":1E2,
                   "large":12345678901234567890, "list":[1,[],{}], "object":{"a":{"b":false}}, "true":true, "null":null }
                """;
        assertThat(JsonReader.readObject(text))
                .containsEntry("text", "ææ\n\"\\/😀")
                .containsEntry("whole", -12L)
                .containsEntry("zero", 0L)
                .containsEntry("fraction", 1.5)
                .containsEntry("exponent", 100.0)
                .containsEntry("large", 1.2345678901234567E19)
                .containsEntry("list", List.of(1L, List.of(), Map.of()))
                .containsEntry("object", Map.of("a", Map.of("b", false)))
                .containsEntry("true", true)
                .containsEntry("null", JsonReader.Null.NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "null",
                "\"a\"",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":1} x",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":TRUE}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u00zz\"}",
                "{\"a\":\"\\uD800\"}",
                "{\"a\":\"x\ny\"}",
                "{\"a\":\"x",
                "{\"a\"",
                "{\"a\":",
                "/**/{}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":null}}",
                "{\"a\":[{\"b\":1,\"b\":2}]}",
                "\u00a0{}"
            })
    void refuses_what_is_not_one_object_of_strict_json(String text) {
        assertThatThrownBy(() -> JsonReader.readObject(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void reads_16_levels_and_refuses_17() {
        assertThat(JsonReader.readObject(nested(15))).isNotEmpty();
        assertThatThrownBy(() -> JsonReader.readObject(nested(16)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nested deeper");
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_it_reads_of_mutated_text_another_reader_reads_too(long seed) throws ParseException {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            var text = mutated(random);
            var members = readOrNothing(text);
            if (members.isPresent()) {
                assertThat(JSONObjectUtils.parse(text).keySet())
                        .as(text)
                        .isEqualTo(members.get().keySet());
                read++;
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static String mutated(Random random) {
        var text = new StringBuilder(
                "{\"aud\":[\"x\"],\"exp\":123,\"nested\":{\"k\":\"v\\n\",\"n\":[1.5e3,null,true]},\"æ\":\"\\u0041\"}");
        var alphabet = "{}[]\":,\\u0123456789eE+-.truefalsn \n";
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static Optional<Map<String, Object>> readOrNothing(String text) {
        try {
            return Optional.of(JsonReader.readObject(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

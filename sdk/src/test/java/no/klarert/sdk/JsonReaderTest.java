package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void reads_every_kind_of_value() {
        var text =
                " {\"a\": [1, -2.5e2, true, false, null, \"\\u00e6\\n\\\"\\\\\\/\\b\\f\\r\\t\"], \"b\": {}, \"c\": []} ";

        assertThat(JsonReader.read(text, LinkedHashMap::new))
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                new BigDecimal("1"),
                                new BigDecimal("-2.5e2"),
                                true,
                                false,
                                JsonReader.NULL,
                                "æ\n\"\\/\b\f\r\t"),
                        "b",
                        Map.of(),
                        "c",
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{} {}",
                "{}x",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":null,\"a\":2}",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[1e]",
                "[NaN]",
                "[1e1000]",
                "[\"\t\"]",
                "[\"\\x\"]",
                "[\"\\u12\"]",
                "[\"\\u12g4\"]",
                "[\"open]",
                "tru",
                "nul",
                "// comment\n{}",
                "\ufeff{}",
            })
    void refuses_what_is_not_json(String text) {
        assertThatThrownBy(() -> JsonReader.read(text, LinkedHashMap::new)).isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void refuses_values_nested_too_deep() {
        assertThat(JsonReader.read("[".repeat(32) + "]".repeat(32), LinkedHashMap::new))
                .isInstanceOf(List.class);
        assertThatThrownBy(() -> JsonReader.read("[".repeat(33) + "]".repeat(33), LinkedHashMap::new))
                .isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void refuses_a_number_that_is_too_long() {
        assertThat(JsonReader.read("1".repeat(64), LinkedHashMap::new)).isInstanceOf(BigDecimal.class);
        assertThatThrownBy(() -> JsonReader.read("1".repeat(65), LinkedHashMap::new))
                .isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void refuses_members_that_differ_only_in_case_when_case_is_ignored() {
        assertThat(JsonObject.parseIgnoringCase("{\"Decision\":\"Deny\"}").text("decision"))
                .contains("Deny");
        assertThatThrownBy(() -> JsonObject.parseIgnoringCase("{\"Decision\":\"Deny\",\"decision\":\"Permit\"}"))
                .isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void gives_members_of_the_expected_type_only() {
        var object = JsonObject.parse("{\"text\":\"t\",\"number\":1.5,\"none\":null,\"list\":[1],\"big\":1e300}");

        assertThat(object.text("text")).contains("t");
        assertThat(object.text("none")).isEmpty();
        assertThat(object.text("absent")).isEmpty();
        assertThat(object.instant("number")).contains(Instant.ofEpochSecond(1));
        assertThatThrownBy(() -> object.text("number")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.integer("number")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.integer("text")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.instant("big")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.object("list")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.objects("list")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> object.texts("text")).isInstanceOf(UnreadableJsonException.class);
        assertThatThrownBy(() -> JsonObject.parse("[]")).isInstanceOf(UnreadableJsonException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void reads_back_what_was_written(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 100; i++) {
            var object = Map.<String, Object>of("root", anyValue(random, 3));
            assertThat(JsonReader.read(JsonWriter.write(object), LinkedHashMap::new))
                    .isEqualTo(object);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void never_fails_otherwise_on_mutated_input(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder(JsonWriter.write(Map.of("root", anyValue(random, 3))));
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127));
            try {
                assertThat(JsonReader.read(text.toString(), LinkedHashMap::new)).isNotNull();
            } catch (UnreadableJsonException expected) {
                assertThat(expected).hasMessageNotContaining("\n");
            }
        }
    }

    private static Object anyValue(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 4)) {
            case 0 -> anyText(random);
            case 1 -> random.nextBoolean();
            case 2 -> List.of(anyValue(random, depth - 1), anyValue(random, depth - 1));
            default -> Map.of(anyText(random), anyValue(random, depth - 1));
        };
    }

    private static String anyText(RandomGenerator random) {
        var text = new StringBuilder();
        random.ints(random.nextInt(8), 0, 0x2030).forEach(text::appendCodePoint);
        return text.toString();
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedTest {
    @Test
    void decodes_names_and_values_and_keeps_repetitions() {
        var query = UrlEncoded.parse("a=1+2&a=%C3%A6&b").orElseThrow();
        assertThat(query.all("a")).containsExactly("1 2", "æ");
        assertThat(query.isRepeated("a")).isTrue();
        assertThat(query.single("b")).contains("");
        assertThat(query.single("a")).isEmpty();
    }

    @Test
    void a_plus_in_a_path_is_a_plus() {
        assertThat(UrlEncoded.decodeSegment("a+b%20c")).contains("a+b c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%c3", "a=x%00", "a=x\0"})
    void refuses_broken_escapes_and_bytes_that_are_not_utf_8(String text) {
        assertThat(UrlEncoded.parse(text)).isEmpty();
    }

    @Test
    void refuses_more_than_200_parameters() {
        assertThat(UrlEncoded.parse("a=1&".repeat(199) + "a=1")).isPresent();
        assertThat(UrlEncoded.parse("a=1&".repeat(200) + "a=1")).isEmpty();
    }

    @Test
    void characters_beyond_the_first_plane_survive_beside_an_escape() {
        assertThat(UrlEncoded.parse("a=%41\uD83D\uDE00").orElseThrow().single("a"))
                .contains("A\uD83D\uDE00");
    }

    @Test
    void digits_of_other_scripts_are_no_escape() {
        assertThat(UrlEncoded.parse("a=%\u0663\u0663")).isEmpty();
    }
}

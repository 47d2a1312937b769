package no.klarert.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
    private static final String FACE = "\uD83D\uDE00";

    @Test
    void shows_short_text_as_it_is() {
        assertThat(Shown.quoted("skattyter " + FACE)).isEqualTo("`skattyter " + FACE + "`");
        assertThat(Shown.sentence("a `word` of it")).isEqualTo("a `word` of it");
    }

    @Test
    void cuts_long_text_between_characters() {
        assertThat(Shown.quoted("a".repeat(118) + FACE + "b")).isEqualTo("`" + "a".repeat(118) + FACE + "…`");
        assertThat(Shown.quoted("a".repeat(119) + FACE)).isEqualTo("`" + "a".repeat(119) + "?…`");
        assertThat(Shown.sentence("a".repeat(301))).isEqualTo("a".repeat(300) + "…");
    }

    @Test
    void hides_what_could_break_a_line_or_mislead() {
        assertThat(Shown.quoted("a\nb\u2028c\u202Ed`e\uD83D")).isEqualTo("`a?b?c?d?e?`");
    }
}

package no.klarert.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ÆØÅ ß ẞ \u212A",
                "ΟΔΟΣ",
                "ΟΔΟΣ ΟΔΟΣ.",
                "Σ",
                "ΑΣΑ",
                "ΑΣ'Α ΑΣ'",
                "ΑΣ.Β ΑΣ. Β",
                "ΑΣΣ",
                "ΑΌ\u0301Σ\u0301",
                "1Σ",
                "İSTANBUL İΣ ΣİΣ",
                "𐐀İ"
            })
    void is_what_the_jdk_makes_of_words(String text) {
        assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @Test
    void keeps_letters_apart_that_only_look_alike() {
        assertThat(LowerCase.of("İ")).isNotEqualTo("i");
        assertThat(LowerCase.of("ı")).isEqualTo("ı");
    }

    @Test
    @Timeout(20)
    void takes_no_longer_for_letters_with_rules_of_their_own() {
        for (var letters : new String[] {"Σ", "ΑΣ", "Σ'", "İ"}) {
            assertThat(LowerCase.of(letters.repeat(500_000))).hasSizeGreaterThanOrEqualTo(500_000);
        }
    }
}

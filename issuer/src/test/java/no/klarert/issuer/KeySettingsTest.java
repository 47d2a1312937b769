package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import no.klarert.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySettingsTest {
    @Test
    void the_usual_ones_keep_the_rule_of_a_day_before_and_a_day_after() {
        assertThat(KeySettings.USUAL)
                .isEqualTo(new KeySettings(3072, Duration.ofHours(24), Duration.ofHours(24), Duration.ofDays(90)));
        assertThat(KeySettings.USUAL.publishedUntil(Instant.EPOCH))
                .isEqualTo(Instant.EPOCH.plus(Duration.ofHours(24 + 2)));
    }

    @ParameterizedTest
    @CsvSource({"P1D,PT1H", "PT1H,PT59M50S", "PT1M,PT50S", "PT1H10S,PT1H"})
    void a_key_set_is_kept_no_longer_than_a_key_is_published_ahead_on_every_node(Duration ahead, Duration maxAge) {
        assertThat(new KeySettings(2048, ahead, Duration.ZERO, Duration.ZERO).maxAge())
                .isEqualTo(maxAge);
    }

    @ParameterizedTest
    @CsvSource({
        "1024,P1D,P1D,P90D",
        "2047,P1D,P1D,P90D",
        "4097,P1D,P1D,P90D",
        "3072,PT59S,P1D,P90D",
        "3072,-P1D,P1D,P90D",
        "3072,P1D,-PT1S,P90D",
        "3072,P1D,P1D,P1D",
        "3072,P1D,P1D,-PT1S"
    })
    void refuses_what_makes_no_sound_rotation(int size, Duration ahead, Duration keep, Duration lifetime) {
        assertThatThrownBy(() -> new KeySettings(size, ahead, keep, lifetime))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"2048,PT1M,PT0S,PT0S", "4096,P1D,P1D,P1DT1S"})
    void takes_what_just_makes_one(int size, Duration ahead, Duration keep, Duration lifetime) {
        assertThat(new KeySettings(size, ahead, keep, lifetime).size()).isEqualTo(size);
    }
}

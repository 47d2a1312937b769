package no.klarert.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The identifiers whose form is stated by what may not occur in them. */
class FreeTextIdentifiersTest {
    @Test
    void accept_every_printable_ascii_character() {
        var printable = IntStream.rangeClosed('!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(new ActionName(printable).value()).isEqualTo(printable);
        assertThat(new SystemId(printable).value()).isEqualTo(printable);
        assertThat(new ExternalRef("kunde 1 " + printable).value()).endsWith(printable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "a\nb", "a\u0000b"})
    void refuse_white_space_and_control_characters(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new ActionName(text));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SystemId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb", "a\nb", "a\u0000b"})
    void refuse_control_characters_in_an_external_reference(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new ExternalRef(text));
    }

    @Test
    void refuse_more_than_255_characters() {
        assertThat(new SystemId("a".repeat(255)).value()).hasSize(255);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SystemId("a".repeat(256)));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new ActionName("a".repeat(256)));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new ExternalRef("a".repeat(256)));
    }
}

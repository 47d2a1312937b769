package no.klarert.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Altinn's dialect reads the values it compares (Altinn decision service §6.3). */
class AltinnValuesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "10, 10",
        "+190, 190",
        "-42, -42",
        "' 7\t', 7",
        "007, 7",
        "-0, 0",
        "2147483647, 2147483647",
        "-2147483648, -2147483648"
    })
    void reads_integers_of_32_bits(String text, int number) {
        assertThat(SmallIntegers.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                "--1",
                "1-",
                "1.0",
                "1 2",
                "a",
                "/",
                ":",
                "1/",
                "1:",
                "2147483648",
                "-2147483649",
                "4294967301",
                "99999999999999999999999"
            })
    void does_not_take_for_an_integer(String text) {
        assertThat(SmallIntegers.parse(text)).isEmpty();
    }

    @Test
    void reads_integers_of_up_to_forty_characters() {
        assertThat(SmallIntegers.parse("0".repeat(39) + "5")).hasValue(5);
        assertThat(SmallIntegers.parse("0".repeat(40) + "5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://User@Example.COM:80, http://User@example.com/",
        "https://a:443/B?C=D#E, https://a/B?C=D#E",
        "ftp://a:21/, ftp://a/",
        "http://a:443/, http://a:443/",
        "http://a:8080, http://a:8080/",
        "http://a:0/, http://a:0/",
        "ws://a:80/, ws://a:80/",
        "http://a?q, http://a/?q",
        "URN:Altinn:A#F, urn:Altinn:A#F",
        "urn:a, urn:a",
        "FILE:///A, file:///A",
        "FILE:/A?q, file:/A?q",
        "http://a_b/C, http://a_b/C"
    })
    void writes_equal_uris_the_same(String text, String normal) {
        assertThat(NormalUri.of(" " + text + "\n")).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "//a/b", "#f", "a b:c", "%"})
    void does_not_take_for_an_absolute_uri(String text) {
        assertThat(NormalUri.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, ABC, true", "\u00E6, \u00C6, true", "\u0131, i, false", "\u017F, s, false", "\u00B5, \u039C, true"
    })
    void compares_letter_by_letter_without_case(String left, String right, boolean equal) {
        assertThat(LetterCase.isEqualIgnoringCase(left, right)).isEqualTo(equal);
        assertThat(LetterCase.folded(left).equals(LetterCase.folded(right))).isEqualTo(equal);
    }
}

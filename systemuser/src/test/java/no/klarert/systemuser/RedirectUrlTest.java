package no.klarert.systemuser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://vendor.example/kvittering, https://vendor.example/kvittering",
        "https://vendor.example, https://vendor.example/",
        "HTTPS://Vendor.Example:443/A?b=C#d, https://vendor.example/A?b=C#d",
        "https://vendor.example:8443/a%20b, https://vendor.example:8443/a%20b",
    })
    void accepts_absolute_https_addresses_and_normalizes_them(String text, String normalized) {
        assertThat(RedirectUrl.parse(text).orElseThrow().normalized()).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vg.no",
                "/kvittering",
                "http://vendor.example/",
                "javascript:alert(1)",
                "https:vendor.example",
                "https:///kvittering",
                "https://vendor.example/a b",
                "https://vendor.example@evil.example/",
                "https://vendor.example\\@evil.example/",
                "https://vendor.example/\r\nSet-Cookie: a=b"
            })
    void refuses_everything_else(String text) {
        assertThat(RedirectUrl.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://vendor.example/kvittering?ref=4711, true",
        "https://vendor.example/kvittering#a, true",
        "https://VENDOR.example:443/kvittering, true",
        "https://vendor.example/kvittering/, false",
        "https://vendor.example/Kvittering, false",
        "https://vendor.example/kvittering/../annet, false",
        "https://vendor.example:8443/kvittering, false",
        "https://vendor.example.evil.example/kvittering, false",
    })
    void compares_everything_before_the_query(String text, boolean same) {
        var allowed = RedirectUrl.parse("https://vendor.example/kvittering").orElseThrow();
        assertThat(RedirectUrl.parse(text).orElseThrow().isSamePlaceAs(allowed)).isEqualTo(same);
    }

    @Test
    void takes_an_absent_path_for_the_root() {
        var root = RedirectUrl.parse("https://vendor.example").orElseThrow();
        assertThat(RedirectUrl.parse("https://vendor.example/?a=b")
                        .orElseThrow()
                        .isSamePlaceAs(root))
                .isTrue();
    }
}

package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vendor.example/receipt?ref=4711&x=%C3%A6#top",
                "https://vendor.example:8443",
                "http://localhost:3000/callback"
            })
    void keeps_a_web_address_as_it_is(String stored) {
        assertThat(VendorUrl.parse(stored).map(VendorUrl::location)).contains(stored);
    }

    @Test
    void knows_the_host_to_show() {
        assertThat(VendorUrl.parse("https://vendor.example:8443/a").map(VendorUrl::host))
                .contains("vendor.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://vendor.example:8443/a?b#c, https://vendor.example:8443",
        "HTTPS://Vendor.example/a, HTTPS://Vendor.example",
        "http://localhost/a, http://localhost"
    })
    void knows_its_origin(String stored, String origin) {
        assertThat(VendorUrl.parse(stored).map(VendorUrl::origin)).contains(origin);
    }

    @Test
    void writes_other_letters_as_headers_need_them() {
        assertThat(VendorUrl.parse("https://vendor.example/blåbær").map(VendorUrl::location))
                .contains("https://vendor.example/bl%C3%A5b%C3%A6r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//vendor.example",
                "/receipt",
                "https:///receipt",
                "https://bank.example@vendor.example/",
                "https://vendor.example/\r\nSet-Cookie: a=b",
                "https://vendor.example/a b",
                "https://vendor.example/\"><script>",
                ""
            })
    void refuses_anything_else(String stored) {
        assertThat(VendorUrl.parse(stored)).isEmpty();
    }
}

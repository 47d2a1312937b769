package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/accessmanagement/ui/systemuser/request?id=8b3c9c0e-5a1f-4b55-9d5e-0a4f8a1c7e21&DONTCHOOSEREPORTEE=true",
                "/a?next=https://example.com/",
                "/%2f%2fexample.com"
            })
    void accepts_a_path_of_this_portal(String path) {
        assertThat(LocalPath.parse(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login",
                "//example.com",
                "///example.com",
                "/\\example.com",
                "/a\\b",
                "\\\\example.com",
                "https://example.com/",
                "https:/example.com",
                "javascript:alert(1)",
                " /login",
                "/\t/example.com",
                "/\n/example.com",
                "/login\r\nSet-Cookie: a=b",
                "/\u0000",
                "/\u007f",
                "/blåbær",
                "/\u2028/example.com"
            })
    void refuses_what_could_lead_elsewhere(String path) {
        assertThat(LocalPath.parse(path)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalPath(path));
    }

    @Test
    void refuses_a_path_without_end() {
        assertThat(LocalPath.parse("/" + "a".repeat(2000))).isPresent();
        assertThat(LocalPath.parse("/" + "a".repeat(2001))).isEmpty();
    }

    @Test
    void falls_back_to_the_start_page() {
        assertThat(LocalPath.ofGoto(Browser.form(Map.of("goto", "/privacy")))).isEqualTo(new LocalPath("/privacy"));
        assertThat(LocalPath.ofGoto(Browser.form(Map.of("goto", "//example.com"))))
                .isEqualTo(LocalPath.START);
        assertThat(LocalPath.ofGoto(Parameters.NONE)).isEqualTo(LocalPath.START);
    }
}

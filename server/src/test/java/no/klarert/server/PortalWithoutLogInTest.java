package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With test log-in off nobody gets in, and nothing is said about who there is (portal §2.2). */
class PortalWithoutLogInTest {
    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory, Map.of("test-login", "false", "operator-name", "Driftsetaten"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(server);
    }

    @Test
    void the_log_in_page_says_that_there_is_none_and_names_nobody() {
        var page = visitor.get("/login");
        assertThat(page.status()).isEqualTo(503);
        assertThat(Visitor.heading(page)).isEqualTo("Innlogging er ikke satt opp");
        assertThat(page.text()).doesNotContain("Ingrid", "Bryggen", "Testinstallasjon");
    }

    @Test
    void no_form_logs_anyone_in() {
        for (var form : List.of(Map.of("pid", Visitor.INGRID), Map.of("user", "20000021"))) {
            assertThat(visitor.post("/login", form).status()).isEqualTo(503);
        }
        assertThat(visitor.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/request?id=8b3c9c0e-5a1f-4b55-9d5e-0a4f8a1c7e21"})
    void every_page_of_a_person_leads_to_the_log_in(String page) {
        var reply = visitor.get(PortalStory.PAGES + page);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).startsWith("/login?goto=");
    }

    @Test
    void public_pages_are_there_and_say_who_runs_the_installation() {
        assertThat(visitor.get("/").text()).contains("Driftsetaten").doesNotContain("Testinstallasjon");
        assertThat(visitor.get("/privacy").status()).isEqualTo(200);
    }
}

package no.klarert.server;

import static no.klarert.server.PortalStory.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the passing of time ends in the portal: log-ins and requests (portal §2.2, system user API §6.13). */
class PortalTimeTest {
    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private PortalStory story;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        story = PortalStory.begin(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_log_in_that_has_ended_answers_nothing_and_a_new_one_returns_to_the_request() {
        var manager = new Visitor(server).logIn(Visitor.INGRID);
        var request = story.request();
        var seen = manager.get(page(request));
        server.clock().advance(Duration.ofMinutes(31));

        var late = manager.submit(seen, "/approve");
        assertThat(late.header("Location")).isEqualTo("/login?goto=" + Visitor.encode(page(request)));
        assertThat(story.status(request)).isEqualTo("New");
        var logIn = manager.follow(late);
        assertThat(logIn.text()).contains("Du er logget ut fordi det gikk for lang tid");
        var back = manager.submit(logIn, "/login", Map.of("pid", Visitor.INGRID));
        assertThat(back.header("Location")).isEqualTo(page(request));
        manager.submit(manager.follow(back), "/approve");
        assertThat(story.status(request)).isEqualTo("Accepted");
    }

    @Test
    void a_log_in_that_is_used_lasts_but_not_for_ever() {
        var manager = new Visitor(server).logIn(Visitor.INGRID);
        for (int used = 0; used < 19; used++) {
            server.clock().advance(Duration.ofMinutes(25));
            assertThat(manager.get(PortalStory.PAGES + "/overview").status()).isEqualTo(200);
        }
        server.clock().advance(Duration.ofMinutes(25));
        assertThat(manager.get(PortalStory.PAGES + "/overview").status()).isEqualTo(303);
    }

    @Test
    void log_ins_that_have_ended_are_deleted() throws Exception {
        new Visitor(server).logIn(Visitor.INGRID);
        server.clock().advance(Duration.ofHours(9));
        var deleted = new LinkedBlockingQueue<Integer>();
        var chore = new Housekeeping.Chore("ended log-ins", () -> {
            int count = server.wiring().portal().deleteEndedSessions();
            deleted.add(count);
            return count;
        });
        try (var housekeeping = Housekeeping.start(Duration.ofMillis(5), chore)) {
            assertThat(housekeeping).isNotNull();
            assertThat(deleted.take()).isEqualTo(1);
            assertThat(deleted.take()).isZero();
        }
    }

    @Test
    void a_request_that_is_too_old_can_no_longer_be_answered() {
        var request = story.request();
        server.clock().advance(Duration.ofDays(181));
        var manager = new Visitor(server).logIn(Visitor.INGRID);
        assertThat(manager.get(page(request)).text()).contains("Forespørselen gikk ut");
        var forced =
                manager.post(PortalStory.PAGES + "/request/approve?id=" + request, Map.of("csrf", manager.csrfToken()));
        assertThat(forced.header("Location")).isEqualTo(page(request));
        assertThat(manager.get(PortalStory.PAGES + "/" + request).status()).isEqualTo(404);
        assertThat(manager.get(PortalStory.PAGES + "/overview").text()).doesNotContain(request);
    }
}

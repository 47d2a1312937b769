package no.klarert.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story against a twin in a process of its own, over real HTTP. */
class StoryTest {
    private static final int LEAST_REFUSALS = 10;

    @TempDir
    private Path data;

    private final StringWriter told = new StringWriter();
    private final Journal journal = new Journal(new PrintWriter(told));

    @Test
    void ends_as_it_must_when_the_twin_is_killed_between_any_two_steps() {
        try (var twin = TwinProcess.start(data);
                var programs = ExamplePrograms.find(Path.of(".."))) {
            new Story(SettingBuilder.build(twin, journal), programs, twin::killAndRestart).tell();
        }
        assertThat(journal.finish()).as(told.toString()).isTrue();
        assertThat(journal.refusals()).as(told.toString()).isGreaterThanOrEqualTo(LEAST_REFUSALS);
    }

    @Test
    void ends_as_it_must_twice_against_one_twin_on_a_database_server() throws Exception {
        try (var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.start();
                var twin = TwinProcess.start(data, "--db-url", server.getJdbcUrl("postgres", "postgres"));
                var programs = ExamplePrograms.find(Path.of(".."))) {
            new Story(SettingBuilder.build(twin, journal), programs).tell();
            var again = SettingBuilder.build(twin, journal, "again");
            new Story(again, programs).tell();
        }
        assertThat(journal.finish()).as(told.toString()).isTrue();
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.klarert.store.postgres.PostgresStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database is there again after whatever happened to the one before. */
@Timeout(60)
class EmbeddedDatabaseTest {
    @TempDir
    private static Path kept;

    private static DataDirectory data;

    @BeforeAll
    static void make_the_directory_and_write_a_fact() {
        data = DataDirectory.open(kept.resolve("data"));
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(record(database.jdbcUrl(), "made", "once")).isTrue();
        }
    }

    private static PostgresStore open(String url) {
        var settings = new PostgresStore.Settings(url, Optional.of("postgres"), Optional.empty(), 2);
        return PostgresStore.open(settings, InstantSource.system());
    }

    private static boolean record(String url, String name, String value) {
        try (var store = open(url)) {
            return store.transactions().run(transaction -> store.facts().record(transaction, name, value));
        }
    }

    private static void assertStartsWithWhatWasKept() {
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(record(database.jdbcUrl(), "made", "again"))
                    .as("the fact is new")
                    .isFalse();
        }
    }

    private static Path lock() {
        return data.postgres().resolve("postmaster.pid");
    }

    /** The main process of the server that runs in the directory. */
    private static ProcessHandle server() throws IOException {
        var number = Files.readAllLines(lock()).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    /** One that has ended but whom nobody asked how has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** A process with a name of its choice that does nothing, until the test ends. */
    private static Process idle(Path program) throws IOException {
        Files.copy(
                Path.of("/bin/sleep"),
                program,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        return new ProcessBuilder(program.toString(), "300").start();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void keeps_its_data_when_it_is_stopped_and_started_on_another_port() {
        assertStartsWithWhatWasKept();
        assertThat(lock()).doesNotExist();
    }

    @Test
    void commits_to_the_disk_and_listens_to_this_machine_only() {
        try (var database = EmbeddedDatabase.start(data);
                var store = open(database.jdbcUrl())) {
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(store.ready()).isTrue();
        }
        assertThat(data.postgres().resolve("postmaster.opts"))
                .content()
                .contains("\"fsync=on\"", "\"synchronous_commit=on\"", "\"listen_addresses=127.0.0.1\"")
                .contains("\"unix_socket_directories=\"");
    }

    @Test
    void stops_the_server_of_a_twin_that_was_killed() throws Exception {
        try (var twin = TwinThatIsKilled.start(data)) {
            var survivor = server();
            twin.kill();
            assertThat(runs(survivor)).as("the server outlives its twin").isTrue();

            assertStartsWithWhatWasKept();

            assertThat(runs(survivor)).isFalse();
        }
    }

    @Test
    void starts_at_once_after_both_twin_and_server_were_killed() throws Exception {
        try (var twin = TwinThatIsKilled.start(data)) {
            var main = server();
            twin.kill();
            main.destroyForcibly();
        }

        assertStartsWithWhatWasKept();
    }

    @Test
    void has_everything_acknowledged_after_its_server_was_killed_in_the_middle_of_writing() throws Exception {
        List<String> acknowledged;
        try (var twin = TwinThatIsKilled.start(data)) {
            await(() -> twin.acknowledged().size() >= 20);
            server().destroyForcibly();
            twin.awaitEnd();
            acknowledged = twin.acknowledged();
        }

        try (var database = EmbeddedDatabase.start(data);
                var store = open(database.jdbcUrl())) {
            for (var name : acknowledged) {
                assertThat(store.transactions()
                                .<Optional<String>>run(t -> store.facts().find(t, name)))
                        .contains(TwinThatIsKilled.VALUE);
            }
        }
    }

    @Test
    void leaves_alone_a_process_that_has_the_number_of_the_former_server(@TempDir Path elsewhere) throws Exception {
        var bystander = idle(elsewhere.resolve("bystander"));
        try {
            Files.writeString(
                    lock(), bystander.pid() + "\n" + data.postgres() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

            assertStartsWithWhatWasKept();

            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void refuses_a_directory_that_another_database_server_may_use(@TempDir Path elsewhere) throws Exception {
        var other = idle(elsewhere.resolve("postgres"));
        try {
            Files.writeString(lock(), other.pid() + "\n" + data.postgres() + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining("--data");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertStartsWithWhatWasKept();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no number\n", "999999999\nelsewhere\n"})
    void starts_with_a_damaged_or_stale_lock_file(String content) throws IOException {
        Files.writeString(lock(), content);

        assertStartsWithWhatWasKept();
    }

    @Test
    void begins_anew_where_the_first_start_was_killed_before_it_was_done(@TempDir Path elsewhere) throws IOException {
        var halfway = DataDirectory.open(elsewhere.resolve("data"));
        Files.createDirectories(halfway.postgres().resolve("base"));
        Files.writeString(halfway.postgres().resolve("postgresql.conf"), "max_connections =");
        Files.writeString(halfway.path().resolve("postgres.unfinished"), "");
        var unpacked = Files.createDirectories(halfway.postgresBinaries().resolve("PG-half/bin"));
        Files.writeString(unpacked.resolve("postgres"), "half");

        try (var database = EmbeddedDatabase.start(halfway)) {
            assertThat(record(database.jdbcUrl(), "made", "once")).isTrue();
        }

        assertThat(halfway.path().resolve("postgres.unfinished")).doesNotExist();
        assertThat(unpacked).doesNotExist();
    }

    @Test
    void says_where_to_look_and_keeps_the_data_when_it_cannot_start(@TempDir Path elsewhere) throws IOException {
        var broken = DataDirectory.open(elsewhere.resolve("data"));
        EmbeddedDatabase.start(broken).close();
        Files.writeString(broken.postgres().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(broken, Duration.ofSeconds(1)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("postgres.log");

        assertThat(broken.path().resolve("postgres.log")).content().contains("no_such_setting");
        assertThat(broken.postgres().resolve("PG_VERSION")).exists();
    }

    @Test
    void is_not_deleted_while_a_twin_uses_it(@TempDir Path elsewhere) throws IOException {
        var used = DataDirectory.open(elsewhere.resolve("data"));

        try (var lock = used.lock().acquiredBy()) {
            assertThat(lock.isOpen()).isTrue();
            assertThatThrownBy(() -> DataDirectory.delete(used.path())).isInstanceOf(ConfigException.class);
            assertThat(used.path()).isNotEmptyDirectory();
        }

        DataDirectory.delete(used.path());
        assertThat(used.path()).doesNotExist();
    }
}

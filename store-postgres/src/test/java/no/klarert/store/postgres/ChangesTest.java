package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientStore;
import no.klarert.storage.Remembered;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node writes, another remembers no longer; where it cannot know, it remembers nothing. */
class ChangesTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final ClientId ID = new ClientId("0f4d0f3c-7f7b-4d0a-9a53-6c8b1f2c4f10");
    private static final TestDatabase DATABASE = TestDatabase.shared();

    private final PostgresStore writer = TestServer.open(DATABASE.url());
    private final PostgresStore reader = TestServer.open(DATABASE.url());
    private final Remembered<ClientId, Optional<Client>> remembered = Remembered.of(
            reader.changes(),
            ClientStore.CHANGE,
            ClientId::value,
            id -> reader.transactions().run(transaction -> reader.clients().find(transaction, id)),
            10);

    @BeforeEach
    void insert_the_client() {
        DATABASE.emptied(InstantSource.fixed(Samples.NOW));
        writer.transactions().run(transaction -> writer.clients().insert(transaction, client(true)));
        assertThat(isActive()).isTrue();
    }

    @AfterEach
    void stop_the_nodes() {
        writer.close();
        reader.close();
    }

    private static Client client(boolean active) {
        return new Client(ID, Samples.organization(0), "a", "a", List.of(), 0, active, Samples.NOW, Samples.NOW);
    }

    private boolean isActive() {
        return remembered.get(ID).orElseThrow().active();
    }

    private void deactivate() {
        writer.transactions().run(transaction -> writer.clients().update(transaction, client(false)));
    }

    private boolean deactivates() {
        try {
            deactivate();
            return true;
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    private boolean isHeard() {
        try {
            return !isActive();
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var latest = InstantSource.system().instant().plus(LONG_ENOUGH);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(latest);
            Thread.sleep(10);
        }
    }

    @Test
    void another_node_hears_of_a_change() throws InterruptedException {
        deactivate();

        await("the other node hears", () -> !isActive());
    }

    @Test
    void a_node_that_cannot_read_changes_reads_everything_and_hears_later_what_it_missed() throws InterruptedException {
        try (var handle = DATABASE.jdbi().open()) {
            handle.begin();
            handle.execute("LOCK TABLE klarert.change_log IN ACCESS EXCLUSIVE MODE");

            await("changes are not known", () -> !reader.changes().areKnown());
            handle.execute("UPDATE klarert.client SET active = false");
            handle.execute(
                    "INSERT INTO klarert.change_log VALUES (gen_random_uuid(), clock_timestamp(), 'client', ?)",
                    ID.value());
            assertThat(isActive()).as("not committed yet").isTrue();
            handle.commit();
        }

        assertThat(isActive()).as("read through").isFalse();
        await("changes are known again", () -> reader.changes().areKnown());
        assertThat(isActive()).isFalse();
    }

    @Test
    void a_commit_that_takes_long_is_heard_of() throws InterruptedException {
        try (var handle = DATABASE.jdbi().open()) {
            handle.begin();
            handle.execute("UPDATE klarert.client SET active = false");
            handle.execute(
                    "INSERT INTO klarert.change_log VALUES (gen_random_uuid(), clock_timestamp() - interval '20 s', 'client', ?)",
                    ID.value());
            handle.commit();
        }

        await("the change is heard of", () -> !isActive());
    }

    @Test
    void broken_connections_are_made_again() throws InterruptedException {
        TestServer.breakConnections(DATABASE.url());
        await("the writer is back", this::deactivates);

        await("the other node hears", this::isHeard);
    }

    @Test
    void old_changes_are_forgotten_and_later_ones_kept() {
        DATABASE.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "INSERT INTO klarert.change_log VALUES (gen_random_uuid(), clock_timestamp() - interval '11 min', 'a', 'a')"));

        assertThat(writer.forgetOldChanges()).isEqualTo(1);
        assertThat(writer.forgetOldChanges()).isZero();
        int left = DATABASE.jdbi()
                .withHandle(handle -> handle.select("SELECT count(*) FROM klarert.change_log")
                        .mapTo(Integer.class)
                        .one());
        assertThat(left).isPositive();
    }
}

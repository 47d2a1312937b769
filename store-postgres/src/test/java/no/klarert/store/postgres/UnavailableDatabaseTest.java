package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import no.klarert.issuer.Organization;
import no.klarert.storage.StorageException;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.ClientId;
import org.assertj.core.util.Throwables;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the store when the database, or the way to it, does not work. */
@Timeout(20)
class UnavailableDatabaseTest {
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Organization ORGANIZATION =
            new Organization(Samples.organization(0), "Skatteetaten", java.util.Set.of("skatteetaten"));

    private final String url = TestServer.newDatabase();
    private final PostgresStore store = open(url, 2);

    private static PostgresStore open(String url, int poolSize) {
        var settings = new PostgresStore.Settings(url, Optional.empty(), Optional.empty(), poolSize, WAIT);
        return PostgresStore.open(settings, InstantSource.system());
    }

    @AfterEach
    void close_the_store() {
        store.close();
    }

    private void save() {
        store.transactions().run(this::save);
    }

    private boolean save(Transaction transaction) {
        store.organizations().save(transaction, ORGANIZATION);
        return true;
    }

    private boolean isSaved() {
        return store.transactions()
                .run(transaction -> store.organizations()
                        .find(transaction, ORGANIZATION.number())
                        .isPresent());
    }

    private static Handle handle(Transaction transaction) {
        return ((PostgresTransaction) transaction).handle();
    }

    @Test
    void refuses_to_open_where_nobody_listens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:" + free + "/klarert", 2))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void refuses_to_open_where_the_server_never_answers() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var there = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/klarert";

            assertThatThrownBy(() -> open(there, 2)).isInstanceOf(StorageUnavailableException.class);
        }
    }

    @Test
    void refuses_a_database_that_does_not_exist_without_telling_the_password() {
        var elsewhere = url.replaceFirst("_\\d+(\\?|$)", "_none$1");
        var settings = new PostgresStore.Settings(elsewhere, Optional.empty(), Optional.of("hemmelig"), 2, WAIT);

        var failure = catchThrowable(() -> PostgresStore.open(settings, InstantSource.system()));

        assertThat(failure).isInstanceOf(StorageException.class).isNotInstanceOf(StorageUnavailableException.class);
        assertThat(Throwables.getStackTrace(failure)).contains("does not exist").doesNotContain("hemmelig");
        assertThat(settings.toString()).doesNotContain("hemmelig");
    }

    @Test
    void is_unavailable_while_the_database_takes_no_connections_and_recovers_by_itself() {
        TestServer.execute("ALTER DATABASE " + TestServer.name(url) + " ALLOW_CONNECTIONS false");
        TestServer.breakConnections(url);

        assertThat(store.ready()).isFalse();
        assertThatThrownBy(this::save).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> store.replayGuard().claim(new ClientId("a"), "jti", Samples.NOW))
                .isInstanceOf(StorageUnavailableException.class);

        TestServer.execute("ALTER DATABASE " + TestServer.name(url) + " ALLOW_CONNECTIONS true");
        assertThat(store.ready()).isTrue();
        assertThat(isSaved()).isFalse();
    }

    @Test
    void is_unavailable_in_bounded_time_when_every_connection_is_in_use() {
        try (var narrow = open(url, 1)) {
            var failure = narrow.transactions()
                    .<Throwable>run(transaction ->
                            catchThrowable(() -> narrow.replayGuard().claim(new ClientId("a"), "jti", Samples.NOW)));

            assertThat(failure).isInstanceOf(StorageUnavailableException.class);
            assertThat(narrow.ready()).isTrue();
        }
    }

    @Test
    void leaves_nothing_of_a_transaction_whose_connection_breaks_midway_and_recovers() {
        assertThatThrownBy(() -> store.transactions().run(transaction -> {
                    save(transaction);
                    TestServer.breakConnections(url);
                    return save(transaction);
                }))
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(isSaved()).isFalse();
        save();
        assertThat(isSaved()).isTrue();
    }

    @Test
    void leaves_nothing_of_a_transaction_whose_connection_breaks_before_the_commit() {
        assertThatThrownBy(() -> store.transactions().run(transaction -> {
                    boolean saved = save(transaction);
                    TestServer.breakConnections(url);
                    return saved;
                }))
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(isSaved()).isFalse();
    }

    @Test
    void gives_up_waiting_for_a_lock_in_bounded_time() {
        save();
        try (var other = open(url, 2)) {
            store.transactions().run(transaction -> {
                save(transaction);
                assertThatThrownBy(() -> other.transactions().run(mine -> {
                            handle(mine).execute("SET LOCAL lock_timeout = '50ms'");
                            other.organizations().save(mine, ORGANIZATION);
                            return true;
                        }))
                        .isInstanceOf(StorageUnavailableException.class);
                return true;
            });
        }
    }

    @Test
    void bounds_what_a_statement_may_take() {
        var bounds = store.transactions()
                .run(transaction ->
                        handle(transaction).select("""
                                SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')
                                    || ' ' || current_setting('idle_in_transaction_session_timeout')
                                """).mapTo(String.class).one());

        assertThat(bounds).isEqualTo("10s 30s 1min");
        assertThatThrownBy(() -> store.transactions()
                        .run(transaction -> handle(transaction)
                                .execute("SET LOCAL statement_timeout = '50ms'; SELECT pg_sleep(10)")))
                .isInstanceOf(StorageUnavailableException.class);
    }
}

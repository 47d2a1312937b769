package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.klarert.storage.StorageException;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.store.contract.Race;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    /** Text for people, and documents that are kept as they came; everything else is an identifier. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "audit_event.detail",
            "client.description",
            "client.name",
            "client.unused_members",
            "installation_fact.value",
            "organization.name",
            "party.name",
            "resource_version.document",
            "resource_version.keywords",
            "systemuser.integration_title",
            "systemuser_request.integration_title");

    private static final String COLUMNS_WITHOUT_COLLATION = """
            SELECT c.relname || '.' || a.attname
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'klarert'
            JOIN pg_collation l ON l.oid = a.attcollation
            WHERE a.attnum > 0 AND c.relname <> 'flyway_schema_history' AND l.collname <> 'C'
            """;

    @Test
    void finds_nothing_left_to_do_the_second_time_and_keeps_what_is_there() {
        var url = TestServer.newDatabase();
        record(url, "world", "norge");

        try (var again = TestServer.open(url)) {
            assertThat(again.transactions()
                            .<Optional<String>>run(transaction -> again.facts().find(transaction, "world")))
                    .isEqualTo(Optional.of("norge"));
        }
    }

    private static void record(String url, String name, String value) {
        try (var store = TestServer.open(url)) {
            assertThat(store.transactions()
                            .<Boolean>run(transaction -> store.facts().record(transaction, name, value)))
                    .isTrue();
        }
    }

    @RepeatedTest(3)
    void lets_several_nodes_start_at_once_on_an_empty_database() {
        var url = TestServer.newDatabase();

        var stores = Race.of(4, node -> TestServer.open(url));

        try {
            assertThat(stores).allMatch(PostgresStore::ready);
            assertThat(migrations(url)).isEqualTo(versions());
        } finally {
            stores.forEach(PostgresStore::close);
        }
    }

    private static long migrations(String url) {
        return Jdbi.create(url)
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM klarert.flyway_schema_history WHERE version IS NOT NULL AND success")
                        .mapTo(Long.class)
                        .one());
    }

    private static long versions() {
        return IntStream.rangeClosed(1, 999).filter(MigrationsTest::exists).count();
    }

    private static boolean exists(int version) {
        return Optional.ofNullable(PostgresStore.class.getResource("migration"))
                .map(folder ->
                        new java.io.File(folder.getPath()).list((in, name) -> name.startsWith("V" + version + "__")))
                .filter(files -> files.length == 1)
                .isPresent();
    }

    @Test
    void states_the_collation_of_every_identifier() {
        var columns = TestDatabase.shared()
                .jdbi()
                .withHandle(handle -> handle.select(COLUMNS_WITHOUT_COLLATION)
                        .mapTo(String.class)
                        .list());

        assertThat(columns).containsExactlyInAnyOrderElementsOf(NOT_COMPARED);
    }

    @Test
    void refuses_a_database_that_does_not_keep_text_in_utf_8() {
        var url = TestServer.newDatabase("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");

        assertThatThrownBy(() -> TestServer.open(url))
                .isInstanceOf(StorageException.class)
                .isNotInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("UTF8");
        assertThat(schemas(url)).isZero();
    }

    private static long schemas(String url) {
        return Jdbi.create(url)
                .withHandle(handle -> handle.select("SELECT count(*) FROM pg_namespace WHERE nspname = 'klarert'")
                        .mapTo(Long.class)
                        .one());
    }
}

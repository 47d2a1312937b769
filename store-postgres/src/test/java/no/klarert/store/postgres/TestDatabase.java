package no.klarert.store.postgres;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A database whose schema is up to date, with a store that many tests use one after another: each gets it empty. */
final class TestDatabase {
    private static final String TABLES = """
            SELECT string_agg(format('klarert.%I', tablename), ', ')
            FROM pg_tables
            WHERE schemaname = 'klarert' AND tablename <> 'flyway_schema_history'
            """;

    private final String url = TestServer.newDatabase();
    private final Jdbi jdbi = Jdbi.create(url);
    private final LentClock clock = new LentClock();
    private final PostgresStore store = PostgresStore.open(TestServer.settings(url), clock);
    private final String tables =
            jdbi.withHandle(handle -> handle.select(TABLES).mapTo(String.class).one());

    /** The one that all contract tests of this JVM share. */
    static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** The store, holding nothing, on {@code clock}. */
    PostgresStore emptied(InstantSource lent) {
        clock.lent = lent;
        jdbi.useHandle(handle -> handle.execute("TRUNCATE " + tables));
        return store;
    }

    String url() {
        return url;
    }

    /** Looks past the store. */
    Jdbi jdbi() {
        return jdbi;
    }

    private static final class Shared {
        private static final TestDatabase DATABASE = new TestDatabase();
    }

    private static final class LentClock implements InstantSource {
        private volatile @Nullable InstantSource lent;

        @Override
        public Instant instant() {
            return Objects.requireNonNull(lent).instant();
        }
    }
}

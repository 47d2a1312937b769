package no.klarert.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The PostgreSQL server of this test run: an embedded one, or the one whose JDBC URL is in {@code KLARERT_TEST_DB_URL}; the user
 * in it may create databases. Those made here are dropped at the end. Their own collation is Norwegian where the server knows it,
 * so that an identifier whose collation is not stated sorts wrongly.
 */
final class TestServer {
    private static final int NAMES_A_COLLATION_PROVIDER = 150_000;

    private static final String URL =
            Optional.ofNullable(System.getenv("KLARERT_TEST_DB_URL")).orElseGet(TestServer::embedded);
    private static final Jdbi MAINTENANCE = Jdbi.create(URL);
    private static final List<String> CREATED = Collections.synchronizedList(new ArrayList<>());
    private static final String RUN = Long.toString(ProcessHandle.current().pid());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestServer::dropDatabases));
    }

    private TestServer() {}

    private static String embedded() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a new database without any schema of ours. */
    static String newDatabase() {
        return newDatabase("TEMPLATE template0 ENCODING 'UTF8'" + collation());
    }

    static String newDatabase(String options) {
        var name = "klarert_test_" + RUN + "_" + CREATED.size();
        execute("CREATE DATABASE " + name + " " + options);
        CREATED.add(name);
        return URL.replaceFirst("(//[^/]*/)[^?]*", "$1" + name);
    }

    private static String collation() {
        int version = number("SELECT current_setting('server_version_num')::int");
        boolean knowsIcu = number("SELECT count(*)::int FROM pg_collation WHERE collprovider = 'i'") > 0;
        return version >= NAMES_A_COLLATION_PROVIDER && knowsIcu ? " LOCALE_PROVIDER icu ICU_LOCALE 'nb-NO'" : "";
    }

    static PostgresStore.Settings settings(String url) {
        return new PostgresStore.Settings(url, Optional.empty(), Optional.empty(), 8);
    }

    static PostgresStore open(String url) {
        return PostgresStore.open(settings(url), InstantSource.system());
    }

    /** Ends every connection to the database of {@code url}, as an operator or a crash would. */
    static void breakConnections(String url) {
        MAINTENANCE.useHandle(handle -> handle.select(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name(url))
                .mapTo(Boolean.class)
                .list());
    }

    static String name(String url) {
        return url.replaceFirst(".*//[^/]*/", "").replaceFirst("\\?.*", "");
    }

    private static int number(String sql) {
        return MAINTENANCE.withHandle(
                handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    static void execute(String sql) {
        MAINTENANCE.useHandle(handle -> handle.execute(sql));
    }

    private static void dropDatabases() {
        if (System.getenv("KLARERT_TEST_DB_URL") != null) {
            CREATED.forEach(name -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
    }
}

package no.klarert.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;

/** How connections are made. What the URL says goes before what is set here. */
final class Connections {
    private static final int FOR_MIGRATIONS = 3;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    /** Within what a caller of ours waits for an answer. */
    private static final String BOUNDS = """
            SET lock_timeout = '10s';
            SET statement_timeout = '30s';
            SET idle_in_transaction_session_timeout = '60s'
            """;

    private Connections() {}

    /** For serving: a server that keeps quiet too long counts as gone. */
    static HikariDataSource forServing(PostgresStore.Settings settings) {
        var config = config("klarert", settings, settings.poolSize(), LONGEST_SILENCE);
        config.setConnectionInitSql(BOUNDS);
        return open(config);
    }

    /** For reading changes, without waiting for anybody; a server that keeps quiet for a moment counts as gone. */
    static HikariDataSource forChanges(PostgresStore.Settings settings) {
        var config = config("klarert-changes", settings, 1, PostgresChanges.LONGEST_SILENCE);
        config.setConnectionInitSql(BOUNDS);
        return open(config);
    }

    /** For migrations, which take the time they need. */
    static HikariDataSource forMigrations(PostgresStore.Settings settings) {
        return open(config("klarert-migrations", settings, FOR_MIGRATIONS, Duration.ZERO));
    }

    private static HikariConfig config(String name, PostgresStore.Settings settings, int size, Duration silence) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setSchema(PostgresStore.SCHEMA);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(settings.longestWait().toMillis());
        config.setValidationTimeout(settings.longestWait().toMillis());
        config.addDataSourceProperty("ApplicationName", "klarert");
        config.addDataSourceProperty("connectTimeout", seconds(settings.longestWait()));
        config.addDataSourceProperty("loginTimeout", seconds(settings.longestWait()));
        config.addDataSourceProperty("socketTimeout", seconds(silence));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // details repeat the values of a row
        return config;
    }

    private static HikariDataSource open(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw Failures.translate(e);
        }
    }

    private static String seconds(Duration time) {
        return Long.toString(time.plusMillis(999).toSeconds());
    }
}

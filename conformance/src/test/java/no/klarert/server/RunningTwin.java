package no.klarert.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A twin as it is delivered, on a PostgreSQL of its own and with the story's world, in this process so that what it logs can be
 * read. Started once for all the classes that ask for it as a parameter, stopped after the last of them.
 */
public final class RunningTwin implements Twin, AutoCloseable {
    private final Path directory;
    private final EmbeddedPostgres database;
    private final CapturedLog log = CapturedLog.begin();
    private final Klarert klarert;

    private RunningTwin() {
        try {
            this.directory = Files.createTempDirectory("klarert");
            this.database = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.klarert = Klarert.start(config(), directory.resolve("data"), Optional.empty(), silent());
    }

    private static StartCommand.Progress silent() {
        return new StartCommand.Progress(new PrintWriter(Writer.nullWriter()));
    }

    private KlarertConfig config() {
        return KlarertConfig.from(new Settings(Map.of(
                "port",
                "0",
                "operations-port",
                "0",
                "host",
                "127.0.0.1",
                "issuer.key-size",
                "2048",
                "database.url",
                database.getJdbcUrl("postgres", "postgres"))));
    }

    @Override
    public URI base() {
        return klarert.addresses().base();
    }

    @Override
    public String issuer() {
        return klarert.addresses().maskinporten();
    }

    @Override
    public String clientKey(String clientId) {
        var file = klarert.data().clientKey(clientId);
        return klarert.data().read(file).orElseThrow();
    }

    /** Everything logged since the twin was started. */
    public String log() {
        return log.text();
    }

    /** The token log and the audit trail, every column of every row. */
    public String records() {
        var sql = """
                SELECT string_agg(line, E'\\n') FROM (
                    SELECT token_log::text AS line FROM klarert.token_log
                    UNION ALL SELECT audit_event::text FROM klarert.audit_event) records
                """;
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        klarert.close();
        database.close();
        log.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Gives a test class the one twin. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningTwin.class;
        }

        @Override
        public RunningTwin resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningTwin.class))
                    .computeIfAbsent(RunningTwin.class, type -> new RunningTwin(), RunningTwin.class);
        }
    }
}

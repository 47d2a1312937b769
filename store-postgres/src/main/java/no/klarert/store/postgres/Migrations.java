package no.klarert.store.postgres;

import java.sql.SQLException;
import javax.sql.DataSource;
import no.klarert.storage.StorageException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date, on connections of their own that are as patient as a long migration needs. */
final class Migrations {
    private static final String LOCATION = "classpath:no/klarert/store/postgres/migration";
    private static final String ENCODING = "SHOW server_encoding";

    private Migrations() {}

    /** Several nodes may do so at once: they take turns, and the last finds nothing left to do. */
    static void run(PostgresStore.Settings settings) {
        try (var source = Connections.forMigrations(settings)) {
            refuseOtherEncodings(source);
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(LOCATION)
                    .schemas(PostgresStore.SCHEMA)
                    .createSchemas(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Failures.translate(e);
        }
    }

    private static void refuseOtherEncodings(DataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(ENCODING)) {
            if (!row.next() || !"UTF8".equals(row.getString(1))) {
                throw new StorageException("the database must keep text in encoding UTF8");
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}

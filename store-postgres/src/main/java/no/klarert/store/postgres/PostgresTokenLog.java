package no.klarert.store.postgres;

import java.time.InstantSource;
import java.util.function.ToIntFunction;
import no.klarert.issuer.TokenLog;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One statement for each request, outside of transactions: one way to the database and back. */
final class PostgresTokenLog implements TokenLog {
    private static final String ENTRY = """
            INSERT INTO token_log (id, at, trace_id, client, consumer, scopes, systemuser, outcome)
            """;

    private static final String RECORD = ENTRY + "VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)";

    /** The second insertion sees what the first returned, never what it wrote. */
    private static final String USE = "WITH claimed AS (" + PostgresReplayGuard.CLAIM + """
                RETURNING 1
            ), recorded AS (
            """ + ENTRY + """
                SELECT gen_random_uuid(), ?, ?, ?, ?, ?, given.systemuser, given.outcome
                FROM (SELECT EXISTS (SELECT 1 FROM claimed) AS first) AS claim
                JOIN (VALUES (true, ?, ?), (false, ?, ?)) AS given (first, systemuser, outcome) USING (first)
            )
            SELECT count(*) FROM claimed
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    PostgresTokenLog(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public boolean use(Assertion assertion, Entry entry, String usedBefore) {
        var otherwise = entry.refusedAs(usedBefore);
        return statement(handle -> handle.select(
                                USE,
                                assertion.client().value(),
                                PostgresReplayGuard.hash(assertion.jti()),
                                Columns.time(assertion.until()),
                                Columns.time(clock.instant()),
                                Columns.time(entry.at()),
                                entry.traceId(),
                                entry.clientId(),
                                entry.consumer(),
                                entry.scopes(),
                                entry.systemUser(),
                                entry.outcome(),
                                otherwise.systemUser(),
                                otherwise.outcome())
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    @Override
    public void record(Entry entry) {
        statement(handle -> handle.execute(
                RECORD,
                Columns.time(entry.at()),
                entry.traceId(),
                entry.clientId(),
                entry.consumer(),
                entry.scopes(),
                entry.systemUser(),
                entry.outcome()));
    }

    private int statement(ToIntFunction<Handle> statement) {
        try (var handle = jdbi.open()) {
            return statement.applyAsInt(handle);
        } catch (JdbiException e) {
            throw Failures.translate(e);
        }
    }
}

package no.klarert.store.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.klarert.storage.Change;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table that carries changes from node to node. Times are those of the database, whose clock all nodes share. */
final class ChangeLog {
    private static final String APPEND = """
            INSERT INTO change_log (id, at, kind, key)
            SELECT gen_random_uuid(), clock_timestamp(), kind, key
            FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS written (kind, key)
            """;

    private static final String LATEST = """
            SELECT id, kind, key
            FROM change_log
            WHERE at > clock_timestamp() - make_interval(secs => ?)
            """;

    private static final String FORGET =
            "DELETE FROM change_log WHERE at < clock_timestamp() - make_interval(secs => ?)";

    private static final RowMapper<Row> ROW = (row, context) ->
            new Row(row.getObject("id", UUID.class), new Change(Columns.text(row, "kind"), Columns.text(row, "key")));

    private ChangeLog() {}

    record Row(UUID id, Change change) {}

    /** As the last thing before the commit, so that little time passes until others can see it. */
    static void append(Handle handle, Collection<Change> changes) {
        handle.execute(
                APPEND,
                Columns.array(changes.stream().map(Change::kind).toList()),
                Columns.array(changes.stream().map(Change::key).toList()));
    }

    /** What was appended in that time and is committed, in no order. */
    static List<Row> latest(Handle handle, Duration time) {
        return handle.select(LATEST, seconds(time)).map(ROW).list();
    }

    static int forgetOlderThan(Handle handle, Duration age) {
        return handle.execute(FORGET, seconds(age));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}

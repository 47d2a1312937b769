package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.storage.Bytes;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Between values and columns. Times are cut to the microsecond here and nowhere else: what is read equals what was written. */
final class Columns {
    private Columns() {}

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return present(row.getObject(column, OffsetDateTime.class), column).toInstant();
    }

    static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return present(row.getString(column), column);
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return present(row.getObject(column, UUID.class), column);
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(present(row.getBytes(column), column));
    }

    static Optional<Integer> optionalInteger(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** The elements of a {@code text[]}. */
    static <T> List<T> texts(ResultSet row, String column, Function<String, T> parse) throws SQLException {
        var array = present(row.getArray(column), column);
        try {
            return List.of((String[]) array.getArray()).stream().map(parse).toList();
        } finally {
            array.free();
        }
    }

    /** The elements of a {@code bytea[]}; empty for null. */
    static Optional<List<Bytes>> optionalByteStrings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        if (array == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Stream.of((byte[][]) array.getArray()).map(Bytes::of).toList());
        } finally {
            array.free();
        }
    }

    /** For a {@code bytea[]} column. The driver wants an array of byte arrays, which Jdbi's own support for arrays does not make. */
    static Argument byteStrings(Collection<Bytes> values) {
        var elements = values.stream().map(Bytes::toArray).toArray(byte[][]::new);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("bytea", elements));
    }

    /** For a {@code text[]} column. */
    static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    static <T> @Nullable String orNull(Optional<T> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static <T> T present(@Nullable T value, String column) {
        return Objects.requireNonNull(value, column);
    }
}

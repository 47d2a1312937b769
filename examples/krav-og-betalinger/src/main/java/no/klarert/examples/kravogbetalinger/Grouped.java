package no.klarert.examples.kravogbetalinger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that belong to other rows, by the key of those. */
final class Grouped {
    private Grouped() {}

    /** Reads one value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of {@code query} for {@code keys}, which it knows as parameter {@code keys}, in its order; no query when there
     * are no keys.
     */
    static <K, V> Map<K, List<V>> rows(
            JdbcClient sql, String query, Collection<K> keys, Reader<K> key, Reader<V> value) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql(query)
                .param("keys", keys)
                .query((row, index) -> Map.entry(key.read(row), value.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

package no.klarert.store.memory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;

/** The orders a database uses: text by code point (collation C of UTF-8), UUIDs by their bytes, unsigned. */
final class DatabaseOrder {
    private DatabaseOrder() {}

    static <T> Comparator<T> ofText(Function<T, String> text) {
        return Comparator.comparing(text.andThen(value -> value.codePoints().toArray()), Arrays::compare);
    }

    static <T> Comparator<T> ofUuid(Function<T, UUID> uuid) {
        return Comparator.comparing(uuid.andThen(UUID::toString));
    }
}

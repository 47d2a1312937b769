package no.klarert.policy.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a run of bytes stands for without making a {@code String} of it. Immutable.
 *
 * <p>Every word has a slot of its own, so that one comparison decides. Identifiers of XACML begin alike and end differently, so
 * the slot depends on the length and the last four bytes only; making the table fails if two words agree in both.
 */
final class WordTable<T> {
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST = 1 << 16;

    private final @Nullable Entry<T>[] entries;
    private final int shift;

    private WordTable(@Nullable Entry<T>[] entries) {
        this.entries = entries;
        this.shift = shift(entries.length);
    }

    /** A word in its slot. */
    private static final class Entry<T> {
        private final byte[] word;
        private final T meaning;

        Entry(byte[] word, T meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    static <T> WordTable<T> of(Map<String, T> meanings) {
        for (int capacity = 2; capacity <= LARGEST; capacity *= 2) {
            var entries = entries(meanings, capacity);
            if (entries != null) {
                return new WordTable<>(entries);
            }
        }
        throw new IllegalArgumentException("two words have the same length and end");
    }

    /** Null if two words fall into one slot. */
    private static <T> @Nullable Entry<T> @Nullable [] entries(Map<String, T> meanings, int capacity) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
        @Nullable
        Entry<T>[] entries = new Entry[capacity];
        for (var each : meanings.entrySet()) {
            var word = each.getKey().getBytes(StandardCharsets.UTF_8);
            int slot = hash(word, 0, word.length) >>> shift(capacity);
            if (entries[slot] != null) {
                return null;
            }
            entries[slot] = new Entry<>(word, each.getValue());
        }
        return entries;
    }

    private static int shift(int capacity) {
        return Integer.numberOfLeadingZeros(capacity) + 1;
    }

    @Nullable
    T find(byte[] text, int from, int to) {
        var entry = entries[hash(text, from, to) >>> shift];
        if (entry == null
                || entry.word.length != to - from
                || !Arrays.equals(entry.word, 0, entry.word.length, text, from, to)) {
            return null;
        }
        return entry.meaning;
    }

    /** Its upper bits are the good ones. */
    private static int hash(byte[] text, int from, int to) {
        int length = to - from;
        int end = length >= 4 ? (int) FOUR_BYTES.get(text, to - 4) : shortWord(text, from, to);
        return (end + length * 0x85EBCA6B) * 0x9E3779B9;
    }

    private static int shortWord(byte[] text, int from, int to) {
        int word = 0;
        for (int at = from; at < to; at++) {
            word = word << 8 | text[at];
        }
        return word;
    }
}

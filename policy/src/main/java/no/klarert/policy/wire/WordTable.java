package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a run of bytes stands for without making a {@code String} of it. Immutable.
 *
 * <p>Identifiers of XACML begin alike and end differently, so the hash looks at the length and the last bytes only.
 */
final class WordTable<T> {
    private final byte[] @Nullable [] words;
    private final @Nullable Object[] meanings;
    private final int mask;

    private WordTable(int capacity) {
        words = new byte[capacity][];
        meanings = new Object[capacity];
        mask = capacity - 1;
    }

    static <T> WordTable<T> of(Map<String, T> meanings) {
        // INVARIANT: a power of two, and never full, so that every search ends.
        var table = new WordTable<T>(Integer.highestOneBit(meanings.size() + 1) * 4);
        meanings.forEach((word, meaning) -> table.put(word.getBytes(StandardCharsets.UTF_8), meaning));
        return table;
    }

    private void put(byte[] word, T meaning) {
        int slot = hash(word, 0, word.length) & mask;
        while (words[slot] != null) {
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        meanings[slot] = meaning;
    }

    @SuppressWarnings("unchecked") // only put() fills the array
    @Nullable
    T find(byte[] text, int from, int to) {
        int slot = hash(text, from, to) & mask;
        for (var word = words[slot]; word != null; word = words[slot]) {
            if (Arrays.equals(word, 0, word.length, text, from, to)) {
                return (T) meanings[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int at = Math.max(from, to - 4); at < to; at++) {
            hash = hash * 31 + text[at];
        }
        return hash ^ (hash >>> 7);
    }
}

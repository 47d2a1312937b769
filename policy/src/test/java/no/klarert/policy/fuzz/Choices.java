package no.klarert.policy.fuzz;

import java.util.random.RandomGenerator;

/**
 * Choices spelled out by bytes, for generators that think they get random ones: a fuzzer that changes a byte changes a choice.
 * After the last byte every choice is the first one, so generators end.
 */
final class Choices implements RandomGenerator {
    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One byte for each choice among 256 or fewer. */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("a choice among " + bound);
        }
        return bound <= 256 ? next() % bound : (int) Math.floorMod(nextLong(), (long) bound);
    }

    @Override
    public long nextLong() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | next();
        }
        return value;
    }

    private int next() {
        return at < bytes.length ? bytes[at++] & 0xFF : 0;
    }
}

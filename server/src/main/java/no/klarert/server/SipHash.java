package no.klarert.server;

import java.util.random.RandomGenerator;

/**
 * SipHash-1-3 (Aumasson and Bernstein, 2012) of short keys: nobody who does not know the secret finds two keys that meet. Made with
 * a secret of its own.
 */
final class SipHash {
    private final long secret0;
    private final long secret1;

    SipHash(RandomGenerator random) {
        this(random.nextLong(), random.nextLong());
    }

    SipHash(long secret0, long secret1) {
        this.secret0 = secret0;
        this.secret1 = secret1;
    }

    long hash(byte[] key) {
        var state = new State(secret0, secret1);
        int whole = key.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            state.take(littleEndian(key, i, 8));
        }
        state.take(littleEndian(key, whole, key.length - whole) | (long) key.length << 56);
        return state.finish();
    }

    private static long littleEndian(byte[] bytes, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[from + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long secret0, long secret1) {
            v0 = secret0 ^ 0x736f6d6570736575L;
            v1 = secret1 ^ 0x646f72616e646f6dL;
            v2 = secret0 ^ 0x6c7967656e657261L;
            v3 = secret1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}

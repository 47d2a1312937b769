package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final byte[] SOMEONE = "someone".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANOTHER = "another".getBytes(StandardCharsets.UTF_8);

    private final AtomicLong nanos = new AtomicLong(Long.MIN_VALUE / 2);
    private final RateLimit limit = new RateLimit(new KlarertConfig.Rate(10, 5), nanos::get, new SplittableRandom(1));

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private int admitted(byte[] caller, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> limit.tryAcquire(caller).isEmpty())
                .count();
    }

    @Test
    void admits_the_burst_and_not_one_more() {
        assertThat(admitted(SOMEONE, 5)).isEqualTo(5);
        assertThat(limit.tryAcquire(SOMEONE)).contains(Duration.ofMillis(100));
    }

    @Test
    void being_refused_costs_nothing() {
        admitted(SOMEONE, 100);
        assertThat(limit.tryAcquire(SOMEONE)).contains(Duration.ofMillis(100));
    }

    @Test
    void admits_again_after_the_time_it_named_and_not_before() {
        admitted(SOMEONE, 5);
        pass(Duration.ofMillis(99));
        assertThat(limit.tryAcquire(SOMEONE)).contains(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(admitted(SOMEONE, 2)).isEqualTo(1);
    }

    @Test
    void admits_the_rate_in_the_long_run_and_never_saves_up_more_than_the_burst() {
        admitted(SOMEONE, 5);
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(10));
            admitted += admitted(SOMEONE, 1);
        }
        assertThat(admitted).isEqualTo(100);
        pass(Duration.ofDays(1));
        assertThat(admitted(SOMEONE, 100)).isEqualTo(5);
    }

    @Test
    void one_callers_calls_are_not_anothers() {
        admitted(SOMEONE, 100);
        assertThat(admitted(ANOTHER, 5)).isEqualTo(5);
    }

    @Test
    void a_charge_counts_for_several_and_beyond_the_burst_once() {
        limit.charge(SOMEONE, 3);
        assertThat(admitted(SOMEONE, 5)).isEqualTo(2);
        IntStream.range(0, 1_000).forEach(i -> limit.charge(SOMEONE, 20));
        assertThat(limit.tryAcquire(SOMEONE)).contains(Duration.ofMillis(2_100));
    }

    @Test
    void at_once_admits_exactly_the_burst() {
        var wide = new RateLimit(new KlarertConfig.Rate(1, 500), nanos::get, new SplittableRandom(1));
        var admitted = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> IntStream.range(0, 100).forEach(n -> {
                    if (wide.tryAcquire(SOMEONE).isEmpty()) {
                        admitted.incrementAndGet();
                    }
                }));
            }
        }
        assertThat(admitted).hasValue(400);
        assertThat(IntStream.range(0, 200)
                        .filter(i -> wide.tryAcquire(SOMEONE).isEmpty())
                        .count())
                .isEqualTo(100);
    }

    @Test
    void a_flood_of_addresses_neither_frees_who_is_limited_nor_limits_who_is_not() {
        admitted(SOMEONE, 5);
        for (int i = 0; i < 20_000; i++) {
            limit.tryAcquire(ByteBuffer.allocate(4).putInt(i).array());
        }
        assertThat(limit.tryAcquire(SOMEONE)).isPresent();
        assertThat(admitted(ANOTHER, 3)).isEqualTo(3);
    }

    /** From the reference implementation of SipHash-1-3, key 00 01 … 0f. */
    @Test
    void hashes_as_siphash_does() {
        var hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertThat(hash.hash(new byte[0])).isEqualTo(0xabac0158050fc4dcL);
        assertThat(hash.hash(new byte[] {0})).isEqualTo(0xc9f49bf37d57ca93L);
    }

    @Test
    void names_whole_seconds_to_wait_and_at_least_one() {
        assertThat(RequestLimits.retryAfter(Duration.ofNanos(1))).isEqualTo("1");
        assertThat(RequestLimits.retryAfter(Duration.ofSeconds(1))).isEqualTo("1");
        assertThat(RequestLimits.retryAfter(Duration.ofMillis(1_001))).isEqualTo("2");
        assertThat(Optional.of(RequestLimits.retryAfter(Duration.ofSeconds(90))))
                .contains("90");
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.klarert.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void a_failure_ends_neither_it_nor_the_next_chore() throws Exception {
        var tries = new CountDownLatch(3);
        var others = new CountDownLatch(3);
        var failing = new Housekeeping.Chore("what cannot be deleted", () -> {
            tries.countDown();
            throw new StorageUnavailableException("the database is away", new IllegalStateException());
        });
        var sound = new Housekeeping.Chore("what can", () -> {
            others.countDown();
            return 1;
        });
        try (var housekeeping = Housekeeping.start(OFTEN, failing, sound)) {
            assertThat(housekeeping).isNotNull();
            assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothing_runs_after_it_is_closed() throws Exception {
        var runs = new AtomicInteger();
        var first = new CountDownLatch(1);
        var housekeeping = Housekeeping.start(OFTEN, new Housekeeping.Chore("runs", () -> {
            first.countDown();
            return runs.incrementAndGet();
        }));
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        housekeeping.close();
        int closedAt = runs.get();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(runs.get()).isEqualTo(closedAt);
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.klarert.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;

class SessionCleaningTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void a_failure_does_not_end_it() throws Exception {
        var tries = new CountDownLatch(3);
        try (var cleaning = SessionCleaning.start(
                () -> {
                    tries.countDown();
                    throw new StorageUnavailableException("the database is away", new IllegalStateException());
                },
                OFTEN)) {
            assertThat(cleaning).isNotNull();
            assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothing_runs_after_it_is_closed() throws Exception {
        var runs = new AtomicInteger();
        var first = new CountDownLatch(1);
        var cleaning = SessionCleaning.start(
                () -> {
                    first.countDown();
                    return runs.incrementAndGet();
                },
                OFTEN);
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        cleaning.close();
        int closedAt = runs.get();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(runs.get()).isEqualTo(closedAt);
    }
}

package no.klarert.store.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something on several threads at once. */
public final class Race {
    private static final int SECONDS = 90;

    private Race() {}

    /** What the runners answered, in order of their number from 0. They start together. */
    public static <T> List<T> of(int runners, IntFunction<T> each) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, runners)
                    .mapToObj(runner -> threads.submit(waiting(start, () -> each.apply(runner))))
                    .toList();
            start.countDown();
            return futures.stream().map(Race::result).toList();
        }
    }

    private static <T> Callable<T> waiting(CountDownLatch start, Callable<T> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    /** What {@code future} answers in good time. */
    public static <T> T result(Future<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a runner did not finish", e);
        }
    }
}

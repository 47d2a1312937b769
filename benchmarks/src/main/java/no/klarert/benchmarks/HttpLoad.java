package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts forms over a few connections that are kept, each with one request under way; a server that closes
 * them gets new ones. It does as little as a client can, so that the
 * server is what limits it. Stops by itself when the forms are used up.
 */
record HttpLoad(URI endpoint, int connections) {
    /** What came of it. */
    static final class Outcome {
        private final Duration elapsed;
        private final long[] latencies;

        /** @param latencies nanoseconds */
        private Outcome(Duration elapsed, long[] latencies) {
            this.elapsed = elapsed;
            this.latencies = latencies.clone();
            Arrays.sort(this.latencies);
        }

        /** From the first request to the last answer. */
        Duration elapsed() {
            return elapsed;
        }

        double perSecond() {
            return latencies.length * 1e9 / elapsed.toNanos();
        }

        double millisecondsAt(double quantile) {
            return latencies[(int) Math.min(latencies.length - 1L, Math.round(latencies.length * quantile))] / 1e6;
        }
    }

    /** Every form must be answered with 200; anything else ends the load. */
    Outcome post(List<String> forms) {
        var requests = forms.stream().map(this::request).toList();
        var next = new AtomicInteger();
        var latencies = new long[requests.size()];
        long started = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = Arrays.stream(new int[connections])
                    .mapToObj(i -> threads.submit(() -> run(requests, next, latencies)))
                    .toList();
            for (var connection : running) {
                connection.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - started);
        return new Outcome(elapsed, latencies);
    }

    private byte[] request(String form) {
        return ("POST " + endpoint.getRawPath() + " HTTP/1.1\r\nHost: " + endpoint.getHost() + ":" + endpoint.getPort()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void run(List<byte[]> requests, AtomicInteger next, long[] latencies) {
        int i = next.getAndIncrement();
        while (i < requests.size()) {
            try (var connection = new HttpConnection(endpoint)) {
                for (; i < requests.size() && connection.isOpen(); i = next.getAndIncrement()) {
                    long started = System.nanoTime();
                    connection.send(requests.get(i));
                    latencies[i] = System.nanoTime() - started;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

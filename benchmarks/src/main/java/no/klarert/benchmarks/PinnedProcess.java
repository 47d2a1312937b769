package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server that is measured: a process on the server's processor, listening on a port. */
final class PinnedProcess implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final long GLANCE_MILLIS = 50;

    private final Process process;
    private final int port;

    private PinnedProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it takes connections; what it prints is in {@code log}. */
    static PinnedProcess start(List<String> command, Map<String, String> environment, int port, Path log) {
        try {
            var builder = new ProcessBuilder(Processor.OF_SERVER.keep(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var started = new PinnedProcess(builder.start(), port);
            started.await(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Path log) throws IOException {
        long latest = System.nanoTime() + LONGEST_START.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                close();
                throw new IOException("the server did not start:\n" + Files.readString(log));
            }
            sleep();
        }
    }

    private boolean isListening() {
        try {
            new Socket("localhost", port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the whole process has used so far. */
    Duration processorTime() {
        return Processor.used(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

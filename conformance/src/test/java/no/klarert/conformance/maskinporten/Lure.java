package no.klarert.conformance.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that nobody may follow: counts who does. */
final class Lure implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger visits = new AtomicInteger();

    Lure() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var visitor = socket.accept()) {
                visitor.shutdownOutput();
                visits.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

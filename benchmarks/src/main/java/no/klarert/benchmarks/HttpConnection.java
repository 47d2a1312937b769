package no.klarert.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A connection for one HTTP/1.1 request after the other (RFC 9112), as little of it as a load needs. */
final class HttpConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    HttpConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new BufferedInputStream(socket.getInputStream(), LONGEST_ANSWER);
    }

    /** Whether the server takes another request. */
    boolean isOpen() {
        return open;
    }

    /** Sends a request and reads the answer; anything but a 200 is an exception. */
    void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = line();
        int length = -1;
        boolean isChunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
            isChunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            open &= !(lower.startsWith("connection:") && lower.endsWith("close"));
        }
        var body = isChunked ? chunks() : bytes(length);
        if (!status.contains(" 200")) {
            throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    /** So many, or to the end of a connection that is not kept. */
    private byte[] bytes(int length) throws IOException {
        if (length > LONGEST_ANSWER || (length < 0 && open)) {
            throw new IOException("an answer without a usable length");
        }
        return in.readNBytes(length < 0 ? LONGEST_ANSWER : length);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended within an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package no.klarert.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * How a client of this library talks HTTP. {@link #standard()} is right for most; each method gives a changed copy.
 *
 * <p>Redirects are never followed, response bodies are bounded, and plain {@code http} is spoken with this machine only,
 * unless {@link #allowingPlainHttp()} says otherwise.
 */
public final class HttpSettings {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Optional<HttpClient> client;
    private final Duration timeout;
    private final int attempts;
    private final boolean plainHttpAllowed;

    private HttpSettings(Optional<HttpClient> client, Duration timeout, int attempts, boolean plainHttpAllowed) {
        this.client = client;
        this.timeout = timeout;
        this.attempts = attempts;
        this.plainHttpAllowed = plainHttpAllowed;
    }

    /** Ten seconds for each attempt, at most three attempts, an HTTP client that all standard settings share. */
    public static HttpSettings standard() {
        return new HttpSettings(Optional.empty(), Duration.ofSeconds(10), 3, false);
    }

    /** Time for one attempt as a whole, from connecting to the last byte of the answer. */
    public HttpSettings withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be positive, not " + timeout);
        }
        return new HttpSettings(client, timeout, attempts, plainHttpAllowed);
    }

    /** How often a request is sent at most, 1 to 10. Only network errors and server errors (5xx) lead to another attempt. */
    public HttpSettings withAttempts(int attempts) {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be 1 to 10, not " + attempts);
        }
        return new HttpSettings(client, timeout, attempts, plainHttpAllowed);
    }

    /** Your own HTTP client, for a proxy or a trust store. One that follows redirects is refused. */
    public HttpSettings withClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("an HTTP client that follows redirects could carry tokens elsewhere");
        }
        return new HttpSettings(Optional.of(client), timeout, attempts, plainHttpAllowed);
    }

    /** Speaks plain {@code http} with any machine. Tokens then travel readable: for closed test networks only. */
    public HttpSettings allowingPlainHttp() {
        return new HttpSettings(client, timeout, attempts, true);
    }

    Duration timeout() {
        return timeout;
    }

    int attempts() {
        return attempts;
    }

    HttpClient client() {
        return client.orElseGet(() -> Shared.CLIENT);
    }

    /** Whether this address may be spoken with at all. */
    boolean allows(URI address) {
        if (address.getHost() == null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            return false;
        }
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme())
                        && (plainHttpAllowed || isThisMachine(address.getHost())));
    }

    /**
     * Gives the address back, or refuses it with an {@link IllegalArgumentException} that says why. For the addresses an
     * application sends tokens to itself, such as the API it calls.
     *
     * @param what names the address in the text
     */
    public URI checked(String what, URI address) {
        if (!allows(address)) {
            throw new IllegalArgumentException(what + " " + Shown.quoted(address.toString())
                    + " is not an https address (plain http is spoken with this machine only,"
                    + " unless allowingPlainHttp() is set)");
        }
        return address;
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** Made at first use: an HTTP client owns threads. */
    private static final class Shared {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();

        private Shared() {}
    }
}

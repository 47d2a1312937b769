package no.klarert.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests within the bounds of {@link HttpSettings}; every result is a value. */
final class HttpTransport {
    private static final int MAX_BODY = 256 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);

    private final HttpSettings settings;

    HttpTransport(HttpSettings settings) {
        this.settings = settings;
    }

    /** A GET, repeated as the settings allow. */
    HttpResult get(URI address) {
        return sendRetrying(() -> HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    /** Sends up to the allowed number of attempts; each is built anew, so that a grant is never used twice. */
    HttpResult sendRetrying(Supplier<HttpRequest.Builder> attempt) {
        var result = send(attempt.get());
        var pause = FIRST_PAUSE;
        for (int sent = 1; sent < settings.attempts() && result.isWorthRetrying(); sent++) {
            if (!slept(pause)) {
                return interrupted();
            }
            pause = pause.multipliedBy(2);
            result = send(attempt.get());
        }
        return result;
    }

    private HttpResult send(HttpRequest.Builder builder) {
        var request = builder.timeout(settings.timeout())
                .setHeader("User-Agent", "klarert-sdk")
                .build();
        var answer = settings.client().sendAsync(request, response -> new BoundedBody(MAX_BODY));
        try {
            var response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new HttpResult.Answer(response.statusCode(), response.body());
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            return timedOut();
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return interrupted();
        } catch (ExecutionException failed) {
            return failure(failed.getCause());
        }
    }

    private HttpResult failure(@Nullable Throwable cause) {
        if (cause instanceof BoundedBody.TooLargeException tooLarge) {
            return new HttpResult.NoAnswer(String.valueOf(tooLarge.getMessage()), false);
        }
        if (cause instanceof HttpTimeoutException) {
            return timedOut();
        }
        if (cause instanceof ConnectException) {
            return new HttpResult.NoAnswer("could not connect", true);
        }
        if (cause instanceof IOException) {
            return new HttpResult.NoAnswer(
                    "the connection failed (" + cause.getClass().getSimpleName() + ")", true);
        }
        throw new IllegalStateException("the HTTP client failed", cause);
    }

    private HttpResult timedOut() {
        return new HttpResult.NoAnswer("no answer within " + settings.timeout().toMillis() + " ms", true);
    }

    private static HttpResult interrupted() {
        return new HttpResult.NoAnswer("interrupted while waiting", false);
    }

    /** Full jitter: many clients that failed together do not come back together. */
    private static boolean slept(Duration longest) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2, longest.toMillis() + 1));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

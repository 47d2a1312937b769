package no.klarert.sdk;

/** What became of one HTTP request. */
sealed interface HttpResult {
    /** The server answered. */
    record Answer(int status, String body) implements HttpResult {}

    /**
     * There is no answer that can be used.
     *
     * @param retryable whether another attempt may help
     */
    record NoAnswer(String reason, boolean retryable) implements HttpResult {}

    /** Whether a new attempt may help: a network error or a server error (5xx). */
    default boolean isWorthRetrying() {
        return this instanceof NoAnswer none ? none.retryable() : ((Answer) this).status() >= 500;
    }
}

package no.klarert.server;

/** The configuration, a command-line value or a world file cannot be used; the message says which key and why. */
final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}

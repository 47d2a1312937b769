package no.klarert.storage;

/**
 * A store cannot do what it was asked: the write breaks a uniqueness that a port states, or refers to a row that the same room
 * does not have (a role between unknown parties, keys of an unknown client). That is a mistake in the calling code, or the
 * trace of a lost race where the port does not answer with an outcome; nothing was changed. The message carries no values.
 */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}

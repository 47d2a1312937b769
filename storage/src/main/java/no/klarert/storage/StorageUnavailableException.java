package no.klarert.storage;

/**
 * The store cannot be reached, is overloaded, or took too long. The same call may succeed later. Where the connection broke
 * during the commit, the change may have been made.
 */
public final class StorageUnavailableException extends StorageException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

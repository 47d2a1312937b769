package no.klarert.access;

/** The catalogue is not consistent; whoever delivers it must correct it. */
public final class CatalogException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CatalogException(String message) {
        super(message);
    }
}

package no.klarert.issuer;

/** The issuer cannot do its work: a signing key that cannot be opened, a provider that cannot sign. Never the caller's fault. */
public final class IssuerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IssuerException(String message) {
        super(message);
    }

    IssuerException(String message, Throwable cause) {
        super(message, cause);
    }
}

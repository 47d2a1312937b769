package no.klarert.systemuser;

/** What had been checked could not be given after all; nothing may be committed. */
public final class DelegationFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DelegationFailedException(String message) {
        super(message);
    }

    public DelegationFailedException(Throwable cause) {
        super("what was asked for could not be given", cause);
    }
}

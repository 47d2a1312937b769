package no.klarert.access;

/** The giver may not pass on what was to be given; whoever asked should have checked first. Nothing may be committed. */
public final class CannotPassOnException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CannotPassOnException(String subject, ReasonCode reason) {
        super("`" + subject + "` cannot be passed on: " + reason.wireName());
    }
}

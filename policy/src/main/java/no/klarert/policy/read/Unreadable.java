package no.klarert.policy.read;

import java.io.Serial;
import no.klarert.policy.syntax.Position;

/** A source cannot be read further as XML. Carries no stack. */
public final class Unreadable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Position position;

    Unreadable(Position position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    public Position position() {
        return position;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

package no.klarert.pdp;

import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/**
 * A request that cannot be decided (Altinn PDP §4.9). It ends the walk through the stops; {@link DecisionPoint} turns it into
 * an answer, and nobody else catches it.
 */
final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String statusCode;

    private Undecidable(String statusCode, String message) {
        super(message, null, false, false);
        this.statusCode = statusCode;
    }

    /** Something is missing, contradictory or of the wrong form: {@code processing-error}. */
    static Undecidable badArgument(String message) {
        return new Undecidable(Xacml.STATUS_PROCESSING_ERROR, message);
    }

    /** A look-up that must succeed did not, or an identifier cannot be read at all: {@code syntax-error}. */
    static Undecidable failedLookUp(String message) {
        return new Undecidable(Xacml.STATUS_SYNTAX_ERROR, message);
    }

    String statusCode() {
        return statusCode;
    }

    Decision decision() {
        return new Decision(
                DecisionValue.INDETERMINATE,
                new Status(statusCode, String.valueOf(getMessage())),
                List.of(),
                List.of(),
                List.of());
    }
}

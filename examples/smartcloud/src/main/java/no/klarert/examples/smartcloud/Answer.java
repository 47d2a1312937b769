package no.klarert.examples.smartcloud;

import java.util.Optional;
import no.klarert.sdk.TokenOutcome;

/** What became of a question about a customer's claims. */
sealed interface Answer {
    /** The customer's open claims. */
    record Claims(OpenClaims claims) implements Answer {}

    /** The issuer gives no token for the customer; asking again will not help. */
    record NoToken(TokenOutcome.Refused refusal) implements Answer {}

    /** The issuer gives no usable answer; later it may. */
    record IssuerUnavailable(String reason) implements Answer {}

    /**
     * The API says no; asking again will not help.
     *
     * @param code the API's own, such as {@code KB-005}, when it gives one
     * @param text what it says about it
     * @param correlationId what its support asks for
     */
    record CallRefused(int status, Optional<String> code, Optional<String> text, String correlationId)
            implements Answer {}

    /** The API gives no usable answer; later it may. */
    record ApiUnavailable(String reason, String correlationId) implements Answer {}
}

package no.klarert.portal;

import java.time.Instant;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;

/**
 * A vendor's request for a system access of the customer's own, as its people read it.
 *
 * @param title what the vendor calls the access; often the system's name
 * @param description the vendor's words about the system; may be empty
 * @param redirectUrl where the vendor wants the browser afterwards, as stored and checked when the request was made
 * @param decision who answered and when; empty while the request is new
 * @param access the system access that came of it and still exists
 */
public record AccessRequest(
        RequestId id,
        Status status,
        Organization vendor,
        LocalizedText systemName,
        LocalizedText description,
        String title,
        Organization customer,
        Rights rights,
        Instant created,
        Instant expires,
        Optional<String> redirectUrl,
        Optional<Decision> decision,
        Optional<SystemUserId> access) {

    /** Where a request is in its life (system user API §13); only a new one can be answered. */
    public enum Status {
        NEW,
        ACCEPTED,
        REJECTED,
        /** Closed by the installation: the rights cannot be given. */
        DENIED,
        TIMED_OUT
    }

    /**
     * The answer that was given.
     *
     * @param by name of the person who gave it; empty if that is not for this visitor to know
     * @param byVisitor whether the visitor is that person
     */
    public record Decision(Instant at, Optional<String> by, boolean byVisitor) {}
}

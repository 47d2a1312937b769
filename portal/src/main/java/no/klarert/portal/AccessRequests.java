package no.klarert.portal;

import no.klarert.vocabulary.RequestId;

/**
 * Vendors' requests for system accesses, as the customer's people see and answer them (system user API §6.8–6.10). Every call
 * decides anew what the person may do; nothing is taken from the page that was shown before.
 */
public interface AccessRequests {
    /** The request, if the person represents the customer it was sent to. */
    RequestReading read(PortalUser person, RequestId id);

    /** Gives what was asked for, all of it or nothing. */
    RequestAnswer approve(PortalUser person, RequestId id);

    /** Declines; {@code reason} is for the audit trail only. */
    RequestAnswer decline(PortalUser person, RequestId id, DeclineReason reason);
}

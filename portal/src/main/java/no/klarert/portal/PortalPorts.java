package no.klarert.portal;

import no.klarert.storage.Transactions;

/**
 * What the portal needs from the rest of the installation.
 *
 * @param transactions for {@code sessions}; the other ports open their own
 */
public record PortalPorts(
        Transactions transactions,
        SessionStore sessions,
        People people,
        AccessRequests requests,
        SystemAccesses accesses) {}

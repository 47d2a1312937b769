package no.klarert.systemuser;

import java.net.URI;
import java.time.Instant;

/**
 * A request as it is shown.
 *
 * @param confirmUrl where the customer decides
 * @param expires when it can no longer be approved
 * @param timedOut whether that moment has passed for a request that is still new
 */
public record RequestView(SystemUserRequest request, URI confirmUrl, Instant expires, boolean timedOut) {}

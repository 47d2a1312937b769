package no.klarert.systemuser;

import java.net.URI;
import java.time.Duration;
import no.klarert.vocabulary.RequestId;

/**
 * How the room is set up.
 *
 * @param portal base address of the portal, without a trailing slash
 * @param requestLifetime how long a request can be approved; the public service says 180 days (system user API §6.13)
 */
public record SystemUserSettings(URI portal, Duration requestLifetime) {
    public static final Duration DEFAULT_REQUEST_LIFETIME = Duration.ofDays(180);

    /** The page where the customer decides (system user API §6.1). */
    URI confirmUrl(RequestId request) {
        return URI.create(
                portal + "/accessmanagement/ui/systemuser/request?id=" + request + "&DONTCHOOSEREPORTEE=true");
    }
}

package no.klarert.portal;

import java.net.URI;
import java.time.Duration;

/**
 * What an installation decides about its portal.
 *
 * @param baseUrl where browsers reach the portal; with {@code https} cookies are for encrypted connections only
 * @param logIn how people prove who they are
 * @param operator name of the organisation that runs the installation, as shown to visitors; empty text for none
 * @param idleLimit a log-in not used for this long has ended
 * @param absoluteLimit a log-in has ended after this long, used or not
 */
public record PortalSettings(URI baseUrl, LogIn logIn, String operator, Duration idleLimit, Duration absoluteLimit) {
    public static final Duration DEFAULT_IDLE_LIMIT = Duration.ofMinutes(30);
    public static final Duration DEFAULT_ABSOLUTE_LIMIT = Duration.ofHours(8);

    public PortalSettings {
        if (baseUrl.getHost() == null || !("https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme()))) {
            throw new IllegalArgumentException("base url `" + baseUrl + "` is not an absolute http or https address");
        }
        if (idleLimit.compareTo(absoluteLimit) > 0) {
            throw new IllegalArgumentException("idle limit " + idleLimit + " exceeds absolute limit " + absoluteLimit);
        }
    }

    boolean isEncrypted() {
        return "https".equals(baseUrl.getScheme());
    }

    boolean isTest() {
        return logIn == LogIn.TEST;
    }

    /** How people prove who they are. */
    public enum LogIn {
        /** Anyone may be any seeded person. Never in production; every page says that this is a test installation. */
        TEST,
        /** Not set up: the portal shows its public pages only. */
        NONE
    }
}

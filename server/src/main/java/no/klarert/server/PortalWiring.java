package no.klarert.server;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import no.klarert.portal.Portal;
import no.klarert.portal.PortalPorts;
import no.klarert.portal.PortalSettings;
import no.klarert.portal.PortalSettings.LogIn;

/** The portal and its endpoint. */
final class PortalWiring {
    private final Portal portal;

    PortalWiring(PortalSettings settings, PortalPorts ports, InstantSource clock, SecureRandom random) {
        this.portal = new Portal(settings, ports, clock, random);
    }

    /** Without test log-in there is no way to log in yet: the portal then shows its public pages only. */
    static PortalSettings settings(KlarertConfig config, URI base) {
        return new PortalSettings(
                base,
                config.testLogin() ? LogIn.TEST : LogIn.NONE,
                config.operatorName().orElse(""),
                PortalSettings.DEFAULT_IDLE_LIMIT,
                PortalSettings.DEFAULT_ABSOLUTE_LIMIT);
    }

    List<Route> routes() {
        return Routes.portal(new PortalEndpoint(portal), portal.paths());
    }

    /** Answers how many; to be called now and then. */
    int deleteEndedSessions() {
        return portal.deleteEndedSessions();
    }
}

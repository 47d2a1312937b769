package no.klarert.portal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A portal over a {@link SampleWorld}, with a clock that tests move. */
final class TestPortal implements InstantSource {
    final SampleWorld world = new SampleWorld();
    final SampleSessions sessions = new SampleSessions();
    final Portal portal;
    private Instant now = SampleWorld.NOW;

    TestPortal() {
        this("http://localhost:8080", PortalSettings.LogIn.TEST);
    }

    TestPortal(String baseUrl, PortalSettings.LogIn logIn) {
        var settings = new PortalSettings(
                URI.create(baseUrl),
                logIn,
                "Testetaten",
                PortalSettings.DEFAULT_IDLE_LIMIT,
                PortalSettings.DEFAULT_ABSOLUTE_LIMIT);
        var ports = new PortalPorts(sessions, sessions, world, world, world);
        portal = new Portal(settings, ports, this, new SecureRandom());
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Browser browser() {
        return new Browser(portal);
    }

    /** A browser whose person has logged in at level 4. */
    Browser browserOf(People.Person person) {
        return browserOf(person, 4);
    }

    Browser browserOf(People.Person person, int level) {
        var browser = browser();
        browser.logIn(person, level);
        return browser;
    }
}

package no.klarert.server;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends what libraries log through {@code java.util.logging} the same way as everything else. */
final class Logging {
    private static volatile boolean started;

    private Logging() {}

    static boolean isStarted() {
        return started;
    }

    static void start() {
        started = true;
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }
}

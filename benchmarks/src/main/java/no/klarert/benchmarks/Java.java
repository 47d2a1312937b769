package no.klarert.benchmarks;

import java.nio.file.Path;

/** The Java that runs this. */
final class Java {
    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code pdp-cases-not-passed.txt}: ids of cases, each under the reason that precedes it. */
final class NotPassed {
    private NotPassed() {}

    /** The reason for each id. An id that is there twice, or without a reason, fails the test. */
    static Map<String, String> read() {
        Map<String, String> reasons = new LinkedHashMap<>();
        var reason = "";
        for (var line : text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList()) {
            if (line.startsWith("#")) {
                reason = line.substring(1).strip();
            } else if (reason.isEmpty() || reasons.put(line, reason) != null) {
                throw new IllegalStateException(line + " has no reason or is listed twice");
            }
        }
        return reasons;
    }

    private static String text() {
        try (var in = NotPassed.class.getResourceAsStream("pdp-cases-not-passed.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

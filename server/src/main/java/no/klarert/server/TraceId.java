package no.klarert.server;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace and span a call belongs to (W3C Trace Context): 32 and 16 hexadecimal digits. A well-formed {@code traceparent} is
 * continued; anything else is ignored.
 */
record TraceId(String trace, String span) {
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    static TraceId of(String traceParent, RandomGenerator random) {
        Matcher given = TRACE_PARENT.matcher(traceParent);
        boolean continued = given.matches() && !given.group(1).equals(NO_TRACE);
        var trace = continued ? given.group(1) : "%016x%016x".formatted(random.nextLong(), random.nextLong() | 1);
        return new TraceId(trace, "%016x".formatted(random.nextLong() | 1));
    }

    /** The form that problem documents carry: {@code 00-<trace>-<span>-00}. */
    String traceParent() {
        return "00-" + trace + "-" + span + "-00";
    }
}

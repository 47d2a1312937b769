package no.klarert.benchmarks;

import java.util.Locale;

/** Figures as people read them. */
final class Figures {
    private Figures() {}

    static String nanoseconds(Measurement measurement) {
        double time = measurement.nanoseconds();
        if (time < 10_000) {
            return String.format(Locale.ROOT, "%.0f ns", time);
        }
        return String.format(
                Locale.ROOT, time < 10_000_000 ? "%.0f us" : "%.0f ms", time < 10_000_000 ? time / 1e3 : time / 1e6);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }

    static String bytes(double count) {
        return String.format(Locale.ROOT, "%.0f B", count);
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

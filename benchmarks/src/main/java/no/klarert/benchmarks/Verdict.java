package no.klarert.benchmarks;

import java.util.Locale;

/** A figure beside its target, as one line that a program can read. */
record Verdict(String name, double figure, String unit, String target) {
    static Verdict atLeast(String name, double figure, String unit, int target) {
        return new Verdict(name, figure, unit, ">=" + target);
    }

    static Verdict atMost(String name, double figure, String unit, double target) {
        return new Verdict(name, figure, unit, "<=" + number(target));
    }

    String line() {
        return name + " figure=" + number(figure) + " " + unit + " target " + target;
    }

    private static String number(double number) {
        if (number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number).replaceFirst("\\.?0+$", "");
    }
}

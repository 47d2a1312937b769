package no.klarert.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one benchmark took.
 *
 * <p>Other programs on the machine and a compiler that is not done can only make an iteration slower, so each JVM counts with its
 * fastest. JVMs differ in what their compiler makes of the same code, so what counts of several is their average.
 *
 * @param fastest per JVM, the nanoseconds of {@link ProcessorTime} of one operation in its fastest iteration
 * @param bytes allocated per operation, the average over everything measured
 */
record Measurement(List<Double> fastest, double bytes) {
    Measurement {
        fastest = List.copyOf(fastest);
    }

    double nanoseconds() {
        return average(fastest);
    }

    /** How many times as long as the other this took. */
    double over(Measurement other) {
        return nanoseconds() / other.nanoseconds();
    }

    /** The same benchmark in further JVMs. */
    Measurement and(Measurement more) {
        return new Measurement(
                Stream.concat(fastest.stream(), more.fastest.stream()).toList(), average(List.of(bytes, more.bytes)));
    }

    private static double average(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}

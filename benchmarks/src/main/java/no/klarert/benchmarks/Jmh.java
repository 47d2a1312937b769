package no.klarert.benchmarks;

import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one benchmark in one fresh JVM, on one thread. Who compares two benchmarks runs them alternately, so that what else the
 * machine does meets both.
 *
 * @param warmup how many iterations are run and thrown away
 * @param measured how many iterations count
 */
record Jmh(int warmup, int measured, TimeValue iteration) {
    /** For operations of nanoseconds to a few milliseconds. */
    static final Jmh SHORT = new Jmh(6, 5, TimeValue.milliseconds(250));

    /** For operations of a millisecond, and for code that takes long to be compiled by the JVM. */
    static final Jmh LONG = new Jmh(6, 8, TimeValue.milliseconds(1_000));

    Measurement run(Class<?> benchmarks, String method, Map<String, String> parameters, String... jvm) {
        var options = new OptionsBuilder()
                .include(benchmarks.getName() + "\\." + method + "$")
                .forks(1)
                .threads(1)
                .warmupIterations(warmup)
                .warmupTime(iteration)
                .measurementIterations(measured)
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .jvmArgs("-Xmx3g", "--sun-misc-unsafe-memory-access=allow", "-Dslf4j.internal.verbosity=ERROR")
                .jvmArgsAppend(jvm)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, value) -> options.param(name, value));
        try {
            return measurement(new Runner(options.build()).runSingle());
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmarks.getSimpleName() + "." + method + " failed", e);
        }
    }

    private static Measurement measurement(RunResult result) {
        var fastest = result.getBenchmarkResults().stream()
                .map(fork -> fork.getIterationResults().stream()
                        .map(iteration -> iteration.getSecondaryResults().get(ProcessorTime.LABEL))
                        .mapToDouble(time ->
                                Objects.requireNonNull(time, "processor time").getScore())
                        .min()
                        .orElseThrow())
                .toList();
        var allocated =
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), "bytes allocated");
        return new Measurement(fastest, allocated.getScore());
    }
}

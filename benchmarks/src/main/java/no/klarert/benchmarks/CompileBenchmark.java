package no.klarert.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import no.klarert.policy.CompiledPolicy;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Compiling one typical policy from its bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH fills the fields of states
public class CompileBenchmark {
    /** Different policies, so that nothing is gained from having seen one before. */
    private static final int POLICIES = 200;

    /** The sources. */
    @State(Scope.Thread)
    public static class Sources {
        Turn<byte[]> sources;

        @Setup
        public void prepare() {
            sources = Turn.of(IntStream.range(0, POLICIES).boxed().toList(), TypicalPolicy::xml);
        }
    }

    /** Takes the next source and does nothing with it. */
    @Benchmark
    public byte[] nothing(Sources state) {
        return state.sources.next();
    }

    @Benchmark
    public CompiledPolicy klarert(Sources state) {
        return Klarert.compile(state.sources.next());
    }
}

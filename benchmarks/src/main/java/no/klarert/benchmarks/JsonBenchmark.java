package no.klarert.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.wire.JsonProfile;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision on one policy, from the text of a request to the text of a response. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH fills the fields of states
public class JsonBenchmark {
    /** Our policy and requests. Text comes and goes as bytes. */
    @State(Scope.Thread)
    public static class Ours {
        @Param
        Scenario scenario;

        CompiledPolicy policy;
        Turn<byte[]> requests;

        @Setup
        public void prepare() {
            policy = Klarert.compile(scenario.policy());
            requests = Turn.of(
                    scenario.questions(), question -> JsonText.request(question).getBytes(UTF_8));
        }
    }

    /** The same for AuthzForce. Its parser wants characters, so they are given as such. */
    @State(Scope.Thread)
    public static class Theirs {
        @Param
        Scenario scenario;

        AuthzForce engine;
        Turn<String> requests;

        @Setup
        public void prepare() {
            engine = AuthzForce.load(scenario.policy());
            requests = Turn.of(scenario.questions(), JsonText::request);
        }
    }

    /** Takes the next request and does nothing with it. */
    @Benchmark
    public byte[] nothing(Ours state) {
        return state.requests.next();
    }

    @Benchmark
    public byte[] klarert(Ours state) {
        return JsonProfile.answer(state.policy, state.requests.next());
    }

    @Benchmark
    public String authzForce(Theirs state) {
        return state.engine.evaluate(state.requests.next());
    }
}

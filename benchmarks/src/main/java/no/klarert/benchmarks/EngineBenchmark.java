package no.klarert.benchmarks;

import java.util.concurrent.TimeUnit;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Decision;
import no.klarert.policy.Request;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionResult;

/** One decision on one policy, from a prepared request to a result object. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH fills the fields of states
public class EngineBenchmark {
    /** Our policy and requests. */
    @State(Scope.Thread)
    public static class Ours {
        @Param
        Scenario scenario;

        CompiledPolicy policy;
        Turn<Request> requests;

        @Setup
        public void prepare() {
            policy = Klarert.compile(scenario.policy());
            requests = Turn.of(scenario.questions(), Klarert::request);
        }
    }

    /** The same for AuthzForce. */
    @State(Scope.Thread)
    public static class Theirs {
        @Param
        Scenario scenario;

        AuthzForce engine;
        Turn<DecisionRequest> requests;

        @Setup
        public void prepare() {
            engine = AuthzForce.load(scenario.policy());
            requests = Turn.of(scenario.questions(), engine::request);
        }
    }

    /** Takes the next request and does nothing with it. */
    @Benchmark
    public Request nothing(Ours state) {
        return state.requests.next();
    }

    @Benchmark
    public Decision klarert(Ours state) {
        return state.policy.evaluate(state.requests.next());
    }

    @Benchmark
    public DecisionResult authzForce(Theirs state) {
        return state.engine.evaluate(state.requests.next());
    }
}

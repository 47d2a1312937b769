package no.klarert.benchmarks;

import java.util.concurrent.TimeUnit;
import no.klarert.benchmarks.PolicyText.ResourceNamed;
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

/** One decision on a policy set of some size, or on one policy without a set. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // JMH fills the fields of states
public class GrowthBenchmark {
    /** Our policy set and request. */
    @State(Scope.Thread)
    public static class Ours {
        @Param("0")
        int policies;

        @Param
        ResourceNamed named;

        CompiledPolicy policy;
        Turn<Request> requests;

        @Setup
        public void prepare() {
            var growing = new GrowingSet(named, policies);
            policy = Klarert.compile(growing.xml());
            requests = Turn.of(growing.questions(), Klarert::request);
        }
    }

    /** The same for AuthzForce. */
    @State(Scope.Thread)
    public static class Theirs {
        @Param("0")
        int policies;

        @Param
        ResourceNamed named;

        AuthzForce engine;
        Turn<DecisionRequest> requests;

        @Setup
        public void prepare() {
            var growing = new GrowingSet(named, policies);
            engine = AuthzForce.load(growing.xml());
            requests = Turn.of(growing.questions(), engine::request);
        }
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

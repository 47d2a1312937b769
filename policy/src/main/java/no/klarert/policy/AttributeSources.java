package no.klarert.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import no.klarert.policy.plan.Allowance;

/**
 * Where attributes come from that requests do not carry. Immutable, and as safe for use by many threads as its sources are.
 *
 * <p>Sources are asked before a policy is evaluated, once for each attribute that the policy can look at and the request has no
 * value for; so every bag is fixed for the whole decision (XACML 3.0 §7.3.5). The first source that has a value answers alone.
 */
public final class AttributeSources {
    /** Requests speak for themselves. */
    public static final AttributeSources NONE = new AttributeSources(List.of());

    private final List<AttributeSource> sources;

    private AttributeSources(List<AttributeSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Sources in the order in which they are asked. */
    public static AttributeSources of(AttributeSource... sources) {
        return new AttributeSources(List.of(sources));
    }

    /**
     * Answers a request with what the sources add to it. If one of them throws, the decision is Indeterminate with
     * {@code processing-error}, whether or not the attribute would have mattered; what it threw is not repeated.
     */
    public Decision evaluate(CompiledPolicy policy, Request request) {
        return answer(policy, request, policy::evaluate, Function.identity());
    }

    /** As {@link #evaluate}, and names the applicable policies as {@link CompiledPolicy#evaluateNamingPolicies} does. */
    public Decision evaluateNamingPolicies(CompiledPolicy policy, Request request) {
        return answer(policy, request, policy::evaluateNamingPolicies, Function.identity());
    }

    /**
     * Answers requests that arrived together, in their order, each as {@link #evaluate} does. Each may take the work of one decision,
     * and all of them four times that; those for which none is left are Indeterminate with {@code processing-error}.
     */
    public List<Decision> evaluateAll(CompiledPolicy policy, List<Request> requests) {
        var allowance = new Allowance();
        return each(policy, requests, request -> policy.evaluate(request, allowance));
    }

    /** As {@link #evaluateAll}, and names the applicable policies as {@link CompiledPolicy#evaluateNamingPolicies} does. */
    public List<Decision> evaluateAllNamingPolicies(CompiledPolicy policy, List<Request> requests) {
        var allowance = new Allowance();
        return each(policy, requests, request -> policy.evaluateNamingPolicies(request, allowance));
    }

    private List<Decision> each(CompiledPolicy policy, List<Request> requests, Function<Request, Decision> evaluate) {
        var decisions = new ArrayList<Decision>(requests.size());
        for (var request : requests) {
            decisions.add(answer(policy, request, evaluate, Function.identity()));
        }
        return decisions;
    }

    /** How what {@link #evaluate} answers comes about. */
    public Explanation explain(CompiledPolicy policy, Request request) {
        return answer(policy, request, policy::explain, AttributeSources::explained);
    }

    private static Explanation explained(Decision failed) {
        var message = failed.status().message();
        var step = new Explanation.Step("request", failed.value().text(), message, Explanation.Step.NOWHERE, List.of());
        return new Explanation(failed, step);
    }

    /**
     * Asks the sources first.
     *
     * @param failed what becomes of the decision when a source throws
     */
    private <T> T answer(
            CompiledPolicy policy, Request request, Function<Request, T> evaluate, Function<Decision, T> failed) {
        if (sources.isEmpty()) {
            return evaluate.apply(request);
        }
        // Not a set of what the request has: whoever sends it may choose names whose hashes are all the same.
        var lacking = new LinkedHashSet<>(policy.attributes());
        request.attributes().forEach(attribute -> lacking.remove(attribute.name()));
        var completed = request.toBuilder();
        for (var name : lacking) {
            if (!add(name, request, completed)) {
                return failed.apply(failure(name));
            }
        }
        return evaluate.apply(completed.build());
    }

    /** Whether no source failed. */
    private boolean add(AttributeName name, Request request, Request.Builder completed) {
        try {
            for (var source : sources) {
                var found = source.find(name, request);
                found.forEach(completed::attribute);
                if (!found.isEmpty()) {
                    return true;
                }
            }
            return true;
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    private static Decision failure(AttributeName name) {
        var status =
                new Status(Xacml.STATUS_PROCESSING_ERROR, "the attribute `" + name.id() + "` could not be looked up");
        return new Decision(DecisionValue.INDETERMINATE, status, List.of(), List.of(), List.of());
    }
}

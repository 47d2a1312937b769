package no.klarert.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

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

package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.Requests.request;

import no.klarert.policy.Dialect;
import no.klarert.policy.Request;

/** Asks the standard for the result of one expression. */
final class Conditions {
    static final String COLOURS = designator("subject", "colour", "string");

    private Conditions() {}

    /** True, false or the last word of the status. */
    static String result(String expression, Request request) {
        var decision = compiled(policy("deny-overrides", permit("r", condition(expression))), Dialect.STANDARD)
                .evaluate(request);
        return switch (decision.value()) {
            case PERMIT -> "true";
            case NOT_APPLICABLE -> "false";
            case INDETERMINATE ->
                decision.status().code().substring(decision.status().code().lastIndexOf(':') + 1);
            case DENY -> throw new AssertionError(decision);
        };
    }

    static String result(String expression) {
        return result(expression, request());
    }
}

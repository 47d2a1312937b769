package no.klarert.policy.reference;

import static no.klarert.policy.reference.Ruling.Kind.DENY;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_D;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_DP;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_P;
import static no.klarert.policy.reference.Ruling.Kind.NOT_APPLICABLE;
import static no.klarert.policy.reference.Ruling.Kind.PERMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.Obligation;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.AltinnReferenceMatching.Found;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/** Altinn decision service §6 as it is written. */
final class AltinnReferenceEvaluator {
    private static final Set<String> ALGORITHMS = Set.of(
            "deny-overrides",
            "permit-overrides",
            "ordered-deny-overrides",
            "ordered-permit-overrides",
            "deny-unless-permit",
            "permit-unless-deny");

    private final Policy policy;
    private final Request request;
    private final AltinnReferenceMatching matching;

    private AltinnReferenceEvaluator(Policy policy, Request request) {
        this.policy = policy;
        this.request = request;
        this.matching = new AltinnReferenceMatching(request);
    }

    static Decision evaluate(Policy policy, Request request) {
        try {
            return new AltinnReferenceEvaluator(policy, request).decide();
        } catch (UnsupportedOperationException reached) {
            return error(Xacml.STATUS_SYNTAX_ERROR);
        }
    }

    private static Decision error(String status) {
        return ReferenceEvaluator.decision(Ruling.error(INDETERMINATE_DP, status), List.of());
    }

    /** §6.2: resource and action of every rule first, then the subject of those that matched both. */
    private Decision decide() {
        var reached = new ArrayList<Rule>();
        boolean missing = false;
        for (var rule : policy.rules()) {
            var resource = matching.category(rule.target(), Xacml.CATEGORY_RESOURCE);
            var action = matching.category(rule.target(), Xacml.CATEGORY_ACTION);
            if (resource == Found.MATCH && action == Found.MATCH) {
                reached.add(rule);
            } else {
                missing |= resource == Found.MISSING || action == Found.MISSING;
            }
        }
        if (missing) {
            return error(Xacml.STATUS_MISSING_ATTRIBUTE);
        }
        return answer(reached.stream().map(this::rule).toList());
    }

    /** §6.5 and §6.6. */
    private Decision answer(List<Ruling> rulings) {
        var ruling = isKnown(policy.combiningAlgorithm())
                ? ReferenceCombining.combine(policy.combiningAlgorithm(), rulings)
                : Ruling.error(INDETERMINATE_DP, Xacml.STATUS_OK);
        if (ruling.kind().isIndeterminate()) {
            boolean tooMany =
                    rulings.stream().anyMatch(each -> each.status().code().equals(Xacml.STATUS_PROCESSING_ERROR));
            return error(tooMany ? Xacml.STATUS_PROCESSING_ERROR : Xacml.STATUS_OK);
        }
        var obligations = ruling.kind() == PERMIT ? obligations() : List.<Obligation>of();
        var echoed = rulings.isEmpty() ? List.<EchoedAttribute>of() : ReferenceEvaluator.echoed(request);
        return ReferenceEvaluator.decision(
                Ruling.of(ruling.kind()).and(obligations, List.of()).of(ReferenceEvaluator.identifier(policy)), echoed);
    }

    private static boolean isKnown(String algorithm) {
        var name = algorithm.substring(algorithm.lastIndexOf(':') + 1);
        return algorithm.matches("urn:oasis:names:tc:xacml:3.0:(rule|policy)-combining-algorithm:.*")
                ? ALGORITHMS.contains(name)
                : algorithm.matches("urn:oasis:names:tc:xacml:1.0:(rule|policy)-combining-algorithm:first-applicable");
    }

    private Ruling rule(Rule rule) {
        boolean permits = rule.effect() == Effect.PERMIT;
        var doubt = permits ? INDETERMINATE_P : INDETERMINATE_D;
        return switch (matching.category(rule.target(), Xacml.CATEGORY_ACCESS_SUBJECT)) {
            case NO_MATCH -> Ruling.of(NOT_APPLICABLE);
            case MISSING -> Ruling.error(doubt, Xacml.STATUS_OK);
            case MATCH ->
                switch (new AltinnReferenceCondition(request, matching).evaluate(rule.condition())) {
                    case APPLIES -> Ruling.of(permits ? PERMIT : DENY);
                    case DOES_NOT_APPLY -> Ruling.of(NOT_APPLICABLE);
                    case DOUBTFUL -> Ruling.error(doubt, Xacml.STATUS_OK);
                    case TOO_MANY -> Ruling.error(doubt, Xacml.STATUS_PROCESSING_ERROR);
                };
        };
    }

    private List<Obligation> obligations() {
        return policy.obligations().stream()
                .filter(obligation -> obligation.fulfillOn() == Effect.PERMIT)
                .map(obligation -> new Obligation(obligation.id(), literals(obligation)))
                .toList();
    }

    private static List<AttributeAssignment> literals(ObligationExpression obligation) {
        var literals = new ArrayList<AttributeAssignment>();
        for (var assignment : obligation.assignments()) {
            if (assignment.expression() instanceof AttributeValue value) {
                literals.add(new AttributeAssignment(
                        assignment.attributeId(),
                        assignment.category(),
                        value.dataType(),
                        assignment.issuer(),
                        value.text()));
            }
        }
        return literals;
    }
}

package no.klarert.policy.reference;

import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_D;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_DP;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_P;
import static no.klarert.policy.reference.Ruling.Kind.NOT_APPLICABLE;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.VariableDefinition;

/**
 * XACML 3.0 §7 as it is written: no plan, no short cut, nothing remembered. Slow on purpose; what the engine answers must be
 * equal to what this answers, but for the message of the status and the order of values and policies.
 */
final class ReferenceEvaluator {
    private final List<PolicyTree> library;
    private final Request request;
    private final Coverage coverage;

    private ReferenceEvaluator(List<PolicyTree> library, Request request, Coverage coverage) {
        this.library = library;
        this.request = request;
        this.coverage = coverage;
    }

    /** The decision, with the kind of Indeterminate and the policies that led to it. */
    static Ruling ruling(PolicyTree tree, List<PolicyTree> library, Request request, Coverage coverage) {
        boolean malformed = request.attributes().stream()
                .filter(value -> ReferenceTypes.isKnown(value.dataType()))
                .anyMatch(value ->
                        ReferenceTypes.read(value.dataType(), value.value()).isEmpty());
        return malformed
                ? Ruling.error(INDETERMINATE_DP, Xacml.STATUS_SYNTAX_ERROR)
                : new ReferenceEvaluator(library, request, coverage).evaluate(tree);
    }

    static Decision decision(Ruling ruling, List<EchoedAttribute> echoed) {
        var value = switch (ruling.kind()) {
            case PERMIT -> DecisionValue.PERMIT;
            case DENY -> DecisionValue.DENY;
            case NOT_APPLICABLE -> DecisionValue.NOT_APPLICABLE;
            case INDETERMINATE_P, INDETERMINATE_D, INDETERMINATE_DP -> DecisionValue.INDETERMINATE;
        };
        return new Decision(
                value,
                ruling.status(),
                ruling.obligations(),
                ruling.advice(),
                echoed,
                ruling.kind().isDecided() ? ruling.policies() : List.of());
    }

    static List<EchoedAttribute> echoed(Request request) {
        return request.attributes().stream()
                .filter(RequestAttribute::includeInResult)
                .map(value -> new EchoedAttribute(value.name(), value.dataType(), value.issuer(), value.value()))
                .toList();
    }

    /** XACML 3.0 §7.12–7.14, tables 5 to 7. */
    private Ruling evaluate(PolicyTree tree) {
        var elements = elements(tree);
        var target = elements.target(tree.target());
        if (target.isFalse()) {
            return Ruling.of(NOT_APPLICABLE);
        }
        coverage.met(tree.combiningAlgorithm());
        var combined = switch (tree) {
            case Policy policy ->
                ReferenceCombining.combine(
                        policy.combiningAlgorithm(),
                        policy.rules().stream().map(elements::rule).toList());
            case PolicySet set -> combined(set);
        };
        return target.isTrue()
                ? elements.withDuties(combined, tree.obligations(), tree.advice())
                        .of(identifier(tree))
                : doubtful(combined, target.error().orElseThrow());
    }

    static PolicyIdentifier identifier(PolicyTree tree) {
        return new PolicyIdentifier(PolicyReference.Kind.of(tree), tree.id(), tree.version());
    }

    private static Ruling doubtful(Ruling combined, Status status) {
        return switch (combined.kind()) {
            case NOT_APPLICABLE -> combined;
            case PERMIT, INDETERMINATE_P -> Ruling.error(INDETERMINATE_P, status);
            case DENY, INDETERMINATE_D -> Ruling.error(INDETERMINATE_D, status);
            case INDETERMINATE_DP -> Ruling.error(INDETERMINATE_DP, status);
        };
    }

    private ReferenceElements elements(PolicyTree tree) {
        var variables = tree instanceof Policy policy ? policy.variables() : List.<VariableDefinition>of();
        return new ReferenceElements(new ReferenceExpressions(variables, request, coverage));
    }

    private Ruling combined(PolicySet set) {
        return set.combiningAlgorithm().endsWith(":only-one-applicable")
                ? onlyOneApplicable(set.members())
                : ReferenceCombining.combine(
                        set.combiningAlgorithm(),
                        set.members().stream().map(this::member).toList());
    }

    private Optional<PolicyTree> resolved(PolicySetMember member) {
        return switch (member) {
            case PolicyTree tree -> Optional.of(tree);
            case PolicyReference reference -> ReferenceVersions.find(reference, library);
        };
    }

    /** XACML 3.0 §7.15: a reference that leads nowhere is an error. */
    private Ruling member(PolicySetMember member) {
        return resolved(member)
                .map(this::evaluate)
                .orElse(Ruling.error(INDETERMINATE_DP, Xacml.STATUS_PROCESSING_ERROR));
    }

    /** XACML 3.0 §C.9, in document order. */
    private Ruling onlyOneApplicable(List<PolicySetMember> members) {
        Optional<PolicySetMember> only = Optional.empty();
        for (var member : members) {
            var applies = resolved(member)
                    .map(tree -> elements(tree).target(tree.target()))
                    .orElse(Answer.processingError());
            if (applies.isError()) {
                return Ruling.error(INDETERMINATE_DP, applies.error().orElseThrow());
            }
            if (applies.isTrue() && only.isPresent()) {
                return Ruling.error(INDETERMINATE_DP, Xacml.STATUS_PROCESSING_ERROR);
            }
            only = applies.isTrue() ? Optional.of(member) : only;
        }
        return only.map(this::member).orElse(Ruling.of(NOT_APPLICABLE));
    }
}

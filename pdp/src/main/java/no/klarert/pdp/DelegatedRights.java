package no.klarert.pdp;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.Obligation;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ActionName;

/**
 * Rights given one by one (Altinn PDP §4.7), asked for only when the resource's policy says NotApplicable. The public service
 * evaluates a generated policy per delegation; here the delegated actions are compared, with the same outcome: the actions
 * alone decide, the obligations are those of the resource's policy, and what was asked to be included is echoed.
 */
final class DelegatedRights {
    private final PolicyInformationPoint information;

    DelegatedRights(PolicyInformationPoint information) {
        this.information = information;
    }

    /** The Permit that a delegation gives; empty if none does. */
    Optional<Decision> permit(Transaction transaction, ContextHandler.Context context, Request request, Policy policy) {
        var party = context.resource().party();
        var holder = context.subject().rightsHolder();
        var resource = context.resource().id();
        if (party.isEmpty() || holder.isEmpty() || resource.isEmpty()) {
            return Optional.empty();
        }
        var given = information.actions(transaction, party.get().uuid(), holder.get(), resource.get());
        boolean isGiven = context.part().actions().stream()
                .filter(ActionName::isWellFormed)
                .map(ActionName::new)
                .anyMatch(given::contains);
        return isGiven ? Optional.of(permit(request, policy)) : Optional.empty();
    }

    private static Decision permit(Request request, Policy policy) {
        var obligations = policy.obligations().stream()
                .filter(obligation -> obligation.fulfillOn() == Effect.PERMIT)
                .map(DelegatedRights::obligation)
                .toList();
        var echoed = request.attributes().stream()
                .filter(RequestAttribute::includeInResult)
                .map(a -> new EchoedAttribute(a.name(), a.dataType(), a.issuer(), a.value()))
                .toList();
        return new Decision(DecisionValue.PERMIT, Status.OK, obligations, List.of(), echoed);
    }

    private static Obligation obligation(ObligationExpression expression) {
        return new Obligation(
                expression.id(),
                expression.assignments().stream()
                        .flatMap(assignment -> literal(assignment).stream())
                        .toList());
    }

    private static Optional<AttributeAssignment> literal(AttributeAssignmentExpression assignment) {
        if (!(assignment.expression() instanceof AttributeValue value)) {
            return Optional.empty();
        }
        if (assignment.category().isEmpty()) {
            throw Undecidable.failedLookUp("an obligation of the policy has an assignment without category");
        }
        return Optional.of(new AttributeAssignment(
                assignment.attributeId(), assignment.category(), value.dataType(), assignment.issuer(), value.text()));
    }
}

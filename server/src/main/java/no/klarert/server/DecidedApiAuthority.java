package no.klarert.server;

import no.klarert.access.ApiDelegationAuthority;
import no.klarert.access.Delegator;
import no.klarert.pdp.DecisionPoint;
import no.klarert.pdp.UserQuestion;
import no.klarert.registry.BuiltInResources;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;

/** Authority over an organisation's API delegations, as the decision point sees it (Altinn PDP §7). */
final class DecidedApiAuthority implements ApiDelegationAuthority {
    private final DecisionPoint decisions;

    DecidedApiAuthority(DecisionPoint decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean permits(Transaction transaction, Delegator person, PartyUuid organization, Wish wish) {
        var decision = decisions.decide(
                transaction,
                new UserQuestion(person.user(), organization, BuiltInResources.API_DELEGATION, action(wish)));
        return decision.permits() && person.level().satisfies(DecidedAuthority.requiredLevel(decision));
    }

    private static ActionName action(Wish wish) {
        return switch (wish) {
            case READ -> new ActionName("read");
            case WRITE -> new ActionName("write");
        };
    }
}

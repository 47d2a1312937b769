package no.klarert.pdp;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import no.klarert.pdp.PolicyRetrievalPoint.Retrieval;
import no.klarert.pdp.Ruling.DecidedBy;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Xacml;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;

/**
 * The decision point (Altinn PDP §4.1). A query walks through {@link QueryReader}, and each of its parts through
 * {@link ContextHandler}, {@link PolicyRetrievalPoint}, {@link CompiledPolicy}, {@link DelegatedRights} and
 * {@link AccessListCheck}. Every ruling, failed or not, leaves through {@link #record}.
 */
public final class DecisionPoint {
    private final Transactions transactions;
    private final ContextHandler contexts;
    private final PolicyRetrievalPoint policies;
    private final DelegatedRights delegated;
    private final AccessListCheck accessLists;
    private final DecisionLog log;
    private final InstantSource clock;

    public DecisionPoint(
            Transactions transactions,
            PolicyInformationPoint information,
            PolicyRetrievalPoint policies,
            AccessListModes accessListModes,
            DecisionLog log,
            InstantSource clock) {
        this.transactions = transactions;
        this.contexts = new ContextHandler(information);
        this.policies = policies;
        this.delegated = new DelegatedRights(information);
        this.accessLists = new AccessListCheck(accessListModes);
        this.log = log;
        this.clock = clock;
    }

    /**
     * Answers a query: one decision per part, in order, or a single Indeterminate one if any part fails (Altinn PDP §2.3 and
     * §4.9). Only Permit opens anything, and only with its obligations met.
     */
    public List<Decision> decide(Asker asker, DecisionQuery query) {
        return transactions.run(tx -> decide(tx, asker, query));
    }

    /** Answers a question of another room, in its transaction. */
    public Decision decide(Transaction transaction, UserQuestion question) {
        return record(transaction, Asker.INTERNAL, rule(transaction, question.part()));
    }

    private List<Decision> decide(Transaction transaction, Asker asker, DecisionQuery query) {
        List<Part> parts;
        try {
            parts = QueryReader.parts(query);
        } catch (Undecidable e) {
            return List.of(record(transaction, asker, failure(e, Facts.NONE)));
        }
        List<Decision> decisions = new ArrayList<>();
        for (var part : parts) {
            var ruling = rule(transaction, part);
            decisions.add(record(transaction, asker, ruling));
            if (ruling.isFailure()) {
                return List.of(ruling.decision());
            }
        }
        return decisions;
    }

    private Ruling rule(Transaction transaction, Part part) {
        var facts = Facts.of(part);
        try {
            var context = contexts.understand(transaction, part);
            facts = facts.withSubject(context.subject().user())
                    .withParty(context.resource().party());
            return rule(transaction, context, policy(transaction, context.resource()), facts);
        } catch (Undecidable e) {
            return failure(e, facts);
        }
    }

    private static Ruling failure(Undecidable why, Facts facts) {
        return new Ruling(why.decision(), DecidedBy.FAILURE, facts);
    }

    private CompiledPolicy policy(Transaction transaction, AskedResource resource) {
        ResourceId id = resource.id().orElseThrow(() -> Undecidable.badArgument("the request names no resource"));
        return switch (policies.policyFor(transaction, id)) {
            case Retrieval.Found(var policy) -> policy;
            case Retrieval.Missing() -> throw Undecidable.badArgument("the resource has no policy");
            case Retrieval.Unusable() -> throw Undecidable.failedLookUp("the policy cannot be evaluated");
        };
    }

    private Ruling rule(Transaction transaction, ContextHandler.Context context, CompiledPolicy policy, Facts facts) {
        var request = contexts.enrich(transaction, context, policy);
        var decision = policy.evaluate(request);
        if (isUnreadable(decision)) {
            return new Ruling(decision, DecidedBy.FAILURE, facts);
        }
        if (decision.permits() && !context.subject().mayBePermitted()) {
            decision = withoutPermit(decision);
        }
        if (decision.value() == DecisionValue.NOT_APPLICABLE) {
            var given = delegated.permit(transaction, context, request, policy.policy());
            if (given.isPresent()) {
                return checked(transaction, context, new Ruling(given.get(), DecidedBy.DELEGATION, facts));
            }
        }
        return checked(transaction, context, new Ruling(decision, DecidedBy.POLICY, facts));
    }

    /** The engine came upon something it does not support: the request fails, and with it the batch (Altinn PDP §4.9). */
    private static boolean isUnreadable(Decision decision) {
        return decision.value() == DecisionValue.INDETERMINATE
                && decision.status().code().equals(Xacml.STATUS_SYNTAX_ERROR);
    }

    /** A system user that is gone holds nothing, even where the policy names it. */
    private static Decision withoutPermit(Decision decision) {
        return new Decision(DecisionValue.NOT_APPLICABLE, decision.status(), List.of(), List.of(), decision.echoed());
    }

    private Ruling checked(Transaction transaction, ContextHandler.Context context, Ruling ruling) {
        if (!ruling.decision().permits() || accessLists.isPassed(transaction, context.resource())) {
            return ruling;
        }
        return new Ruling(AccessListCheck.denial(), DecidedBy.ACCESS_LIST, ruling.facts());
    }

    /** The single exit: nothing is answered that is not in the log. */
    private Decision record(Transaction transaction, Asker asker, Ruling ruling) {
        var decision = ruling.decision();
        log.record(
                transaction,
                new DecisionLog.Entry(
                        clock.instant(),
                        asker.traceId(),
                        asker.caller(),
                        ruling.facts().subject(),
                        ruling.facts().action(),
                        ruling.facts().resource(),
                        ruling.facts().party(),
                        decision.value().text(),
                        decision.status().code(),
                        ruling.decidedBy().text()));
        return decision;
    }
}

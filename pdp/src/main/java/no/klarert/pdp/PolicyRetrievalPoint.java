package no.klarert.pdp;

import no.klarert.policy.CompiledPolicy;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** Where the policy of a resource comes from, ready to evaluate. What it answers is in force as the transaction sees it. */
public interface PolicyRetrievalPoint {
    Retrieval policyFor(Transaction transaction, ResourceId resource);

    /** What came of looking for a policy. */
    sealed interface Retrieval {
        record Found(CompiledPolicy policy) implements Retrieval {}

        /** The resource has no policy, or does not exist. */
        record Missing() implements Retrieval {}

        /** The stored policy cannot be evaluated. */
        record Unusable() implements Retrieval {}
    }
}

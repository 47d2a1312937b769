package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Decides whether a supplier may use scopes for a consumer (Maskinporten §8.3). For a consumer's own client all pass. */
final class DelegatedScopes {
    private final ScopeDelegations delegations;

    DelegatedScopes(ScopeDelegations delegations) {
        this.delegations = delegations;
    }

    /** Every scope relies on a register that is asked, and all on the same: the token names one. */
    Step<List<Scope>> delegable(LegalConsumer consumer, List<Scope> scopes) {
        return consumer.supplier().isEmpty()
                ? Step.passed(scopes)
                : firstRefusal(scopes, this::sourceRefusal)
                        .or(() -> mixtureRefusal(scopes))
                        .map(Step::<List<Scope>>stopped)
                        .orElseGet(() -> Step.passed(scopes));
    }

    /** The consumer lets the supplier use every scope. */
    Step<List<Scope>> delegated(LegalConsumer consumer, List<Scope> scopes) {
        return consumer.supplier()
                .flatMap(supplier ->
                        firstRefusal(scopes, scope -> delegationRefusal(consumer.number(), supplier, scope.name())))
                .map(Step::<List<Scope>>stopped)
                .orElseGet(() -> Step.passed(scopes));
    }

    private static Optional<Refusal> firstRefusal(List<Scope> scopes, Function<Scope, Optional<Refusal>> check) {
        return scopes.stream().map(check).flatMap(Optional::stream).findFirst();
    }

    private Optional<Refusal> sourceRefusal(Scope scope) {
        var source = scope.settings().delegationSource();
        if (source.isEmpty()) {
            return invalidRequest("scope " + scope.name() + " has no delegation_source and cannot be delegated");
        }
        return delegations.isSource(source.get())
                ? Optional.empty()
                : invalidRequest("the delegation_source of scope " + scope.name() + " is not among those known here");
    }

    private static Optional<Refusal> mixtureRefusal(List<Scope> scopes) {
        return scopes.stream()
                                .map(scope -> scope.settings().delegationSource())
                                .distinct()
                                .count()
                        > 1
                ? Optional.of(Refusal.of(
                        OAuthError.INVALID_SCOPE, "Token request mixes scopes with different delegation sources"))
                : Optional.empty();
    }

    private Optional<Refusal> delegationRefusal(OrgNumber consumer, OrgNumber supplier, ScopeName scope) {
        return delegations.isDelegated(consumer, supplier, scope)
                ? Optional.empty()
                : Optional.of(Refusal.inWords(
                        MpCode.MP_251,
                        "Consumer " + consumer + " has not delegated access to the scope " + scope + " to supplier "
                                + supplier + "."));
    }

    private static Optional<Refusal> invalidRequest(String what) {
        return Optional.of(Refusal.of(OAuthError.INVALID_REQUEST, "Validation of JWT claim failed: " + what));
    }
}

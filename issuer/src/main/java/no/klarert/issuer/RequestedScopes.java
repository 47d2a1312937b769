package no.klarert.issuer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Decides on the scopes asked for: registered on the client, in use, granted to the consumer and, if the client acts for another,
 * delegated to it (Maskinporten §2.5 steps 12, 13 and §8.3).
 */
final class RequestedScopes {
    private static final String MASKINPORTEN = "maskinporten";

    private final TokenFacts facts;
    private final DelegatedScopes delegations;

    RequestedScopes(TokenFacts facts, ScopeDelegations delegations) {
        this.facts = facts;
        this.delegations = new DelegatedScopes(delegations);
    }

    /** All scopes asked for, in that order and each once, or the refusal of the first that cannot be had. */
    Step<List<Scope>> decide(Client client, LegalConsumer consumer, String requested) {
        return registered(client, requested)
                .then(names -> inUse(names))
                .then(found -> delegations.delegable(consumer, found))
                .then(found -> granted(consumer.number(), found))
                .then(granted -> delegations.delegated(consumer, granted));
    }

    private static Step<List<ScopeName>> registered(Client client, String requested) {
        var texts = Arrays.stream(requested.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (texts.isEmpty()) {
            return Step.stopped(Refusal.of(OAuthError.INVALID_SCOPE, "Invalid assertion. Claim `scope` is empty"));
        }
        var known = client.scopes().stream().collect(Collectors.toMap(ScopeName::value, name -> name, (a, b) -> a));
        return firstMissing(texts, known.keySet())
                .map(text -> Step.<List<ScopeName>>stopped(noSuchScope(text)))
                .orElseGet(() -> Step.passed(texts.stream().map(known::get).toList()));
    }

    private static Optional<String> firstMissing(Set<String> texts, Set<String> known) {
        return texts.stream().filter(text -> !known.contains(text)).findFirst();
    }

    private static Refusal noSuchScope(String text) {
        var shown = text.length() > 255 ? text.substring(0, 255) : text;
        return Refusal.inWords(MpCode.MP_200, MpCode.MP_200.phrase() + ", " + shown);
    }

    private Step<List<Scope>> inUse(List<ScopeName> names) {
        List<Scope> found = new ArrayList<>();
        for (var name : names) {
            var scope = facts.scope(name);
            if (scope.isEmpty()) {
                return Step.stopped(noSuchScope(name.value()));
            }
            if (!scope.get().active() || !isForMaskinporten(scope.get())) {
                return Step.stopped(Refusal.of(MpCode.MP_201, name.value()));
            }
            found.add(scope.get());
        }
        return Step.passed(found);
    }

    static boolean isForMaskinporten(Scope scope) {
        var types = scope.settings().allowedIntegrationTypes();
        return types.isEmpty() || types.contains(MASKINPORTEN);
    }

    private Step<List<Scope>> granted(OrgNumber consumer, List<Scope> found) {
        return found.stream()
                .filter(scope -> !mayUse(consumer, scope))
                .findFirst()
                .map(scope -> Step.<List<Scope>>stopped(notGranted(scope.name())))
                .orElseGet(() -> Step.passed(found));
    }

    private static Refusal notGranted(ScopeName name) {
        return Refusal.inWords(MpCode.MP_250, MpCode.MP_250.phrase() + " " + name.value() + ".");
    }

    private boolean mayUse(OrgNumber consumer, Scope scope) {
        return scope.settings().accessibleForAll()
                || facts.access(scope.name(), consumer)
                        .filter(access -> access.state() == ScopeAccess.State.APPROVED)
                        .isPresent();
    }
}

package no.klarert.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.PersonIdentifier;

/**
 * Third stop of a token request: decides what a verified assertion is given (RFC 7523 §2.1; Maskinporten §2.5 steps 12 to 16).
 * Everything asked for is given, or nothing is.
 */
public final class JwtBearerGrant {
    private final TokenFacts facts;
    private final RequestedScopes scopes;
    private final SystemUserDirectory systemUsers;
    private final Duration defaultLifetime;

    /** Tokens of clients that state no lifetime live for {@code defaultLifetime}; the public service has 120 s. */
    public JwtBearerGrant(
            TokenFacts facts, ScopeDelegations delegations, SystemUserDirectory systemUsers, Duration defaultLifetime) {
        this.facts = facts;
        this.scopes = new RequestedScopes(facts, delegations);
        this.systemUsers = systemUsers;
        this.defaultLifetime = defaultLifetime;
    }

    Step<Grant> decide(VerifiedAssertion assertion) {
        var client = assertion.client();
        var requested = assertion.requested();
        return LegalConsumer.of(client, requested)
                .then(consumer -> scopes.decide(client, consumer, requested.scope())
                        .then(granted -> restrict(assertion, consumer, granted)));
    }

    private Step<Grant> restrict(VerifiedAssertion assertion, LegalConsumer consumer, List<Scope> granted) {
        var client = assertion.client();
        var requested = assertion.requested();
        return RequestedTargets.decide(requested.resource())
                .then(audience -> person(requested.pid())
                        .then(pid -> systemUser(client, consumer, requested)
                                .map(systemUser -> new Grant(
                                        client,
                                        delegation(consumer, granted),
                                        assertion.method(),
                                        granted,
                                        audience,
                                        pid,
                                        systemUser,
                                        consumerPrefixes(consumer, granted),
                                        lifetime(client, granted)))));
    }

    /** All scopes name the same source: {@link DelegatedScopes} has seen to it. */
    private static Optional<Grant.Delegation> delegation(LegalConsumer consumer, List<Scope> granted) {
        return consumer.supplier()
                .flatMap(supplier -> granted.getFirst().settings().delegationSource())
                .map(source -> new Grant.Delegation(consumer.number(), source));
    }

    /** The client's own lifetime or else the default, and no longer than any of the scopes allows (Maskinporten §4.4). */
    private Duration lifetime(Client client, List<Scope> granted) {
        var wanted =
                client.accessTokenLifetime() > 0 ? Duration.ofSeconds(client.accessTokenLifetime()) : defaultLifetime;
        return granted.stream()
                .map(scope -> Duration.ofSeconds(scope.settings().atMaxAge()))
                .filter(Duration::isPositive)
                .reduce(wanted, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static Step<Optional<PersonIdentifier>> person(Optional<String> pid) {
        try {
            return Step.passed(pid.map(PersonIdentifier::new));
        } catch (InvalidValueException e) {
            return invalidRequest("Validation of JWT claim failed: pid must be a national identity number");
        }
    }

    private Step<Optional<Grant.GrantedSystemUser>> systemUser(
            Client client, LegalConsumer consumer, RequestedToken requested) {
        return RequestedSystemUser.read(requested.authorizationDetails())
                .then(wanted -> wanted.isEmpty()
                        ? Step.passed(Optional.empty())
                        : find(client, consumer, wanted.get()).map(Optional::of));
    }

    /** The legal consumer is the system's vendor, also when a supplier runs the client for it (Maskinporten §3.4). */
    private Step<Grant.GrantedSystemUser> find(Client client, LegalConsumer vendor, RequestedSystemUser wanted) {
        if (client.supplier().isPresent()) {
            return Step.stopped(Refusal.of(
                            MpCode.MP_303, "a client that a supplier made for another organisation has no system users")
                    .as(OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION));
        }
        return systemUsers
                .find(client.id(), vendor.number(), wanted.owner(), wanted.externalRef())
                .map(found -> Step.passed(new Grant.GrantedSystemUser(wanted, found)))
                .orElseGet(() -> Step.stopped(Refusal.of(
                                MpCode.MP_303,
                                "no system user of " + wanted.owner() + " for this client and external reference")
                        .as(OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION)));
    }

    /** Only tokens for delegation look-ups and the resource registry tell which prefixes the consumer owns (Maskinporten §4.3). */
    private Set<String> consumerPrefixes(LegalConsumer consumer, List<Scope> granted) {
        return granted.stream().anyMatch(scope -> tellsPrefixes(scope.name().value()))
                ? facts.prefixes(consumer.number())
                : Set.of();
    }

    private static boolean tellsPrefixes(String scope) {
        return scope.startsWith("altinn:maskinporten/delegation") || scope.startsWith("altinn:resourceregistry");
    }

    private static <T> Step<T> invalidRequest(String text) {
        return Step.stopped(Refusal.of(OAuthError.INVALID_REQUEST, text));
    }
}

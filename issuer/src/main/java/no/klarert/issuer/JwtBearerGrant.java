package no.klarert.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
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
    public JwtBearerGrant(TokenFacts facts, SystemUserDirectory systemUsers, Duration defaultLifetime) {
        this.facts = facts;
        this.scopes = new RequestedScopes(facts);
        this.systemUsers = systemUsers;
        this.defaultLifetime = defaultLifetime;
    }

    Step<Grant> decide(VerifiedAssertion assertion) {
        var requested = assertion.requested();
        return ownBusiness(assertion)
                .then(client -> scopes.decide(client, requested.scope()))
                .then(granted -> restrict(assertion, granted));
    }

    /** Neither form of acting for another organisation is supported yet; to ignore the wish would be to misread it. */
    private static Step<Client> ownBusiness(VerifiedAssertion assertion) {
        var consumer = assertion.requested().consumerOrg();
        if (consumer.isPresent() && assertion.client().supplier().isPresent()) {
            return invalidRequest(
                    "Claim consumer_org is not for a client that a supplier made for another organisation");
        }
        if (consumer.isPresent()) {
            return invalidRequest(
                    delegationRefusal(consumer.get(), assertion.client().owner()));
        }
        return assertion.requested().onBehalfOf().isPresent()
                ? invalidRequest("Claim iss_onbehalfof is not supported for integrations with Maskinporten")
                : Step.passed(assertion.client());
    }

    private static String delegationRefusal(String consumer, OrgNumber owner) {
        if (!OrgNumber.isWellFormed(consumer)) {
            return "Validation of JWT claim failed: consumer_org must be an organisation number";
        }
        return consumer.equals(owner.value())
                ? "Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client"
                        + " is invalid"
                : "Claim consumer_org is not supported: this installation does not yet issue tokens for API delegation";
    }

    private Step<Grant> restrict(VerifiedAssertion assertion, List<Scope> granted) {
        var client = assertion.client();
        var requested = assertion.requested();
        return RequestedTargets.decide(requested.resource())
                .then(audience -> person(requested.pid())
                        .then(pid -> systemUser(client, requested)
                                .map(systemUser -> new Grant(
                                        client,
                                        granted,
                                        audience,
                                        pid,
                                        systemUser,
                                        consumerPrefixes(client, granted),
                                        lifetime(client, granted)))));
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

    private Step<Optional<Grant.GrantedSystemUser>> systemUser(Client client, RequestedToken requested) {
        return RequestedSystemUser.read(requested.authorizationDetails())
                .then(wanted -> wanted.isEmpty()
                        ? Step.passed(Optional.empty())
                        : find(client, wanted.get()).map(Optional::of));
    }

    private Step<Grant.GrantedSystemUser> find(Client client, RequestedSystemUser wanted) {
        if (client.supplier().isPresent()) {
            return Step.stopped(Refusal.of(
                            MpCode.MP_303, "a client that a supplier made for another organisation has no system users")
                    .as(OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION));
        }
        return systemUsers
                .find(client.id(), client.owner(), wanted.owner(), wanted.externalRef())
                .map(found -> Step.passed(new Grant.GrantedSystemUser(wanted, found)))
                .orElseGet(() -> Step.stopped(Refusal.of(
                                MpCode.MP_303,
                                "no system user of " + wanted.owner() + " for this client and external reference")
                        .as(OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION)));
    }

    /** Only tokens for delegation look-ups and the resource registry tell which prefixes the consumer owns (Maskinporten §4.3). */
    private Set<String> consumerPrefixes(Client client, List<Scope> granted) {
        return granted.stream().anyMatch(scope -> tellsPrefixes(scope.name().value()))
                ? facts.prefixes(client.owner())
                : Set.of();
    }

    private static boolean tellsPrefixes(String scope) {
        return scope.startsWith("altinn:maskinporten/delegation") || scope.startsWith("altinn:resourceregistry");
    }

    private static <T> Step<T> invalidRequest(String text) {
        return Step.stopped(Refusal.of(OAuthError.INVALID_REQUEST, text));
    }
}

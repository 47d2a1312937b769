package no.klarert.issuer;

import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;

/**
 * The organisation that access decisions are about, in the token as {@code consumer}: the client's owner, or the one that claim
 * {@code consumer_org} names (Maskinporten §8.3).
 *
 * @param supplier the client's owner if it acts for another
 */
record LegalConsumer(OrgNumber number, Optional<OrgNumber> supplier) {
    private static final String FAILED = "Validation of JWT claim failed: ";

    /** Form only; whether the consumer lets the supplier act is up to {@link DelegatedScopes}. */
    static Step<LegalConsumer> of(Client client, RequestedToken requested) {
        var owner = client.owner();
        if (requested.onBehalfOf().isPresent()) {
            return invalid(
                    requested.consumerOrg().isPresent()
                            ? FAILED + "consumer_org and iss_onbehalfof exclude each other"
                            : "Claim iss_onbehalfof is not supported for integrations with Maskinporten");
        }
        if (requested.consumerOrg().isPresent() && client.supplier().isPresent()) {
            return invalid("Claim consumer_org is not for a client that a supplier made for another organisation");
        }
        return requested
                .consumerOrg()
                .map(consumer -> delegated(consumer, owner))
                .orElseGet(() -> Step.passed(new LegalConsumer(owner, Optional.empty())));
    }

    private static Step<LegalConsumer> delegated(String consumer, OrgNumber owner) {
        if (!OrgNumber.isWellFormed(consumer)) {
            return invalid(FAILED + "consumer_org must be an organisation number");
        }
        return consumer.equals(owner.value())
                ? invalid(FAILED + "The combination consumer_org in claim and delegation scope on client is invalid")
                : Step.passed(new LegalConsumer(new OrgNumber(consumer), Optional.of(owner)));
    }

    private static Step<LegalConsumer> invalid(String text) {
        return Step.stopped(Refusal.of(OAuthError.INVALID_REQUEST, text));
    }
}

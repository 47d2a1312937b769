package no.klarert.server;

import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.issuer.OrganizationStore;
import no.klarert.portal.Organization;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.UserId;

/** What organisations and people are called. */
final class KnownNames {
    private static final String PERSON = "user:";

    private final PartyRegister register;
    private final OrganizationStore participants;

    KnownNames(PartyRegister register, OrganizationStore participants) {
        this.register = register;
        this.participants = participants;
    }

    /** By the register of parties, else by the organisation's agreement with the installation, else by its number alone. */
    Organization organization(Transaction transaction, OrgNumber number) {
        var name = register.organization(transaction, number)
                .map(Party.Organization::name)
                .or(() -> participants.find(transaction, number).map(found -> found.name()))
                .orElse(number.value());
        return new Organization(name, number);
    }

    /** The name of the person behind {@link no.klarert.storage.Actor#label()}; empty for other actors. */
    Optional<String> person(Transaction transaction, String actor) {
        return user(actor).flatMap(user -> register.person(transaction, user)).map(Party.Person::name);
    }

    private static Optional<UserId> user(String actor) {
        try {
            return actor.startsWith(PERSON)
                    ? Optional.of(UserId.parse(actor.substring(PERSON.length())))
                    : Optional.empty();
        } catch (InvalidValueException notAPerson) {
            return Optional.empty();
        }
    }
}

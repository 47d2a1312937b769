package no.klarert.access;

import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;

/** A person or an organisation in the register. */
public sealed interface Party {
    PartyId id();

    PartyUuid uuid();

    String name();

    /**
     * A person.
     *
     * @param user the id of the person's user profile
     */
    record Person(PartyId id, PartyUuid uuid, String name, PersonIdentifier identifier, Optional<UserId> user)
            implements Party {}

    /**
     * An organisation.
     *
     * @param unitType form of organisation, such as {@code AS} or {@code ENK}
     * @param mainUnit the unit this one is a sub-unit of
     */
    record Organization(
            PartyId id, PartyUuid uuid, String name, OrgNumber number, String unitType, Optional<PartyId> mainUnit)
            implements Party {}
}

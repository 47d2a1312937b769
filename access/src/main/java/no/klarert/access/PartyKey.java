package no.klarert.access;

import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;

/** One way to name a party (access packages and roles §6.1). */
public sealed interface PartyKey {
    record ById(PartyId id) implements PartyKey {}

    record ByUuid(PartyUuid uuid) implements PartyKey {}

    record ByNumber(OrgNumber number) implements PartyKey {}

    record ByIdentifier(PersonIdentifier identifier) implements PartyKey {}
}

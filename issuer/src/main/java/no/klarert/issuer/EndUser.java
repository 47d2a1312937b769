package no.klarert.issuer;

import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.UserId;

/** A person with a user profile, as tokens name one. */
public record EndUser(UserId user, PartyId party, PartyUuid uuid) {}

package no.klarert.systemuser;

import no.klarert.storage.Actor;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** A person who has logged in, and how surely. */
public record EndUser(UserId id, AuthenticationLevel level) {
    Actor actor() {
        return new Actor.OfPerson(id);
    }
}

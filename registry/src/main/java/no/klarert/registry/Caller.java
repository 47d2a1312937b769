package no.klarert.registry;

import no.klarert.storage.Actor;

/** Who changes the registry, and how far that reaches (resource registry §2). */
public record Caller(Actor actor, Reach reach) {
    /** Which resources a caller may change. */
    public enum Reach {
        /** Those that name the caller's organisation as their competent authority. */
        OWN_RESOURCES,
        /** Every resource; Maskinporten scope references are not checked either. */
        EVERY_RESOURCE
    }

    /** Whether the caller may change a resource of that owner. A resource without organisation number belongs to no caller. */
    boolean mayChange(ServiceResource.CompetentAuthority owner) {
        return reachesEverything()
                || (actor instanceof Actor.OfOrganization caller
                        && owner.organization()
                                .filter(caller.organization()::equals)
                                .isPresent());
    }

    boolean reachesEverything() {
        return reach == Reach.EVERY_RESOURCE;
    }
}

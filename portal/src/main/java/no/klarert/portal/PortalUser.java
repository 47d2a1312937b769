package no.klarert.portal;

import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** A person who is logged in, and how surely. */
public record PortalUser(UserId id, String name, AuthenticationLevel level) {}

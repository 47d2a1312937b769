package no.klarert.access;

import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** A person who delegates or takes back, and how surely the person has logged in. */
public record Delegator(UserId user, AuthenticationLevel level) {}

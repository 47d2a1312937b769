package no.klarert.access;

import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;

/** {@code to} holds {@code role} for {@code from}. */
public record RoleAssignment(RoleCode role, PartyId from, PartyId to) {}

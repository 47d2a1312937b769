package no.klarert.portal;

import no.klarert.vocabulary.OrgNumber;

/** An organisation as people know it: by name first. */
public record Organization(String name, OrgNumber number) {}

package no.klarert.registry;

import no.klarert.vocabulary.ResourceId;

/** What came of creating a resource (resource registry §4.1). */
public sealed interface CreateOutcome permits CreateOutcome.Created, CreateOutcome.IdentifierTaken, WriteRefusal {
    /** The first version is stored. */
    record Created(ResourceVersion version) implements CreateOutcome {}

    /** The identifier is, or once was, another resource's. */
    record IdentifierTaken(ResourceId id) implements CreateOutcome {}
}

package no.klarert.registry;

/** What came of replacing a resource (resource registry §4.2). */
public sealed interface ReplaceOutcome
        permits ReplaceOutcome.Replaced, ReplaceOutcome.Unknown, ReplaceOutcome.OtherIdentifier, WriteRefusal {
    /** A further version is stored. */
    record Replaced(ResourceVersion version) implements ReplaceOutcome {}

    /** There is no resource to replace. */
    record Unknown() implements ReplaceOutcome {}

    /** The document is about another resource than the address. */
    record OtherIdentifier() implements ReplaceOutcome {}
}

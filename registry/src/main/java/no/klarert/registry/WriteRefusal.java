package no.klarert.registry;

import java.util.List;

/** Why a resource was not stored; nothing has changed. */
public sealed interface WriteRefusal extends CreateOutcome, ReplaceOutcome {
    /** The document breaks rules of the registry (resource registry §3.4). */
    record Invalid(Findings findings) implements WriteRefusal {}

    /** The caller owns neither the resource nor, perhaps, the organisation it is given to (resource registry §2). */
    record NotOwner() implements WriteRefusal {}

    /** The document refers to scopes under prefixes that are not the caller's (resource registry §2). */
    record ForeignScopes(List<String> scopes) implements WriteRefusal {
        public ForeignScopes {
            scopes = List.copyOf(scopes);
        }
    }
}

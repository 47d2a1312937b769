package no.klarert.issuer;

import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** What a token request is decided on, besides what it says itself. Each answer is a state that was committed a moment ago at most. */
public interface TokenFacts {
    Optional<RegisteredClient> client(ClientId id);

    Optional<Scope> scope(ScopeName name);

    Optional<ScopeAccess> access(ScopeName scope, OrgNumber consumer);

    /** The scope prefixes that the organisation owns. */
    Set<String> prefixes(OrgNumber organization);
}

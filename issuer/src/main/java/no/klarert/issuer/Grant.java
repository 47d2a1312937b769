package no.klarert.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.PersonIdentifier;

/**
 * What a client is given: everything that goes into its access token except times, token id and signature.
 *
 * @param audience empty for a token that is not restricted to an audience
 * @param consumerPrefixes the scope prefixes the consumer owns, empty where the token does not tell them
 */
record Grant(
        Client client,
        List<Scope> scopes,
        List<String> audience,
        Optional<PersonIdentifier> pid,
        Optional<GrantedSystemUser> systemUser,
        Set<String> consumerPrefixes,
        Duration lifetime) {

    /** A system user that exists, with what the grant asked for it. */
    record GrantedSystemUser(RequestedSystemUser requested, SystemUserDirectory.Found found) {}
}

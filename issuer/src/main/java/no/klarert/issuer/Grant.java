package no.klarert.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PersonIdentifier;

/**
 * What a client is given: everything that goes into its access token except times, token id and signature.
 *
 * @param delegation empty if the client acts for its owner
 * @param audience empty for a token that is not restricted to an audience
 * @param consumerPrefixes the scope prefixes the consumer owns, empty where the token does not tell them
 */
record Grant(
        Client client,
        Optional<Delegation> delegation,
        AuthenticationMethod method,
        List<Scope> scopes,
        List<String> audience,
        Optional<PersonIdentifier> pid,
        Optional<GrantedSystemUser> systemUser,
        Set<String> consumerPrefixes,
        Duration lifetime) {

    /** The organisation that access decisions are about. */
    OrgNumber consumer() {
        return delegation.map(Delegation::consumer).orElseGet(client::owner);
    }

    /**
     * Another organisation than the client's owner lets it act (Maskinporten §8.3).
     *
     * @param source issuer of the register that holds the delegation
     */
    record Delegation(OrgNumber consumer, String source) {}

    /** A system user that exists, with what the grant asked for it. */
    record GrantedSystemUser(RequestedSystemUser requested, SystemUserDirectory.Found found) {}
}

package no.klarert.issuer;

import no.klarert.storage.Actor;
import no.klarert.vocabulary.OrgNumber;

/** The organisation something is done for, and who does it: its client, or a person it has authorised. */
public record ActingOrganization(OrgNumber number, Actor actor) {
    /** The organisation of an access token, through the token's client. */
    public static ActingOrganization of(VerifiedAccessToken.OfOrganization token) {
        return new ActingOrganization(token.consumer(), token.actor());
    }
}

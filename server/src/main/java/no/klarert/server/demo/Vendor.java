package no.klarert.server.demo;

import com.nimbusds.jose.jwk.RSAKey;
import no.klarert.sdk.MaskinportenClient;

/**
 * SmartCloud's registrations of this telling: a system that asks for the resource, and another that asks only for an access
 * package that has nothing to do with it.
 */
record Vendor(Registration main, Registration other) {
    /** A client, its system, and the request sent for it. */
    record Registration(
            String clientId,
            RSAKey key,
            MaskinportenClient maskinporten,
            String system,
            String reference,
            String request) {}
}

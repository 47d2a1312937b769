package no.klarert.examples.kravogbetalinger;

import java.net.URI;
import no.klarert.sdk.SigningKey;
import no.klarert.vocabulary.ClientId;

/**
 * Where the API finds the platform, and who it is there.
 *
 * @param issuer whose tokens are accepted, exactly as it names itself
 * @param platform the base address under which tokens are exchanged and decisions are made
 * @param clientId the API's own client, which holds scope {@code altinn:authorization/authorize}
 * @param key the client's key
 */
record Settings(URI issuer, URI platform, ClientId clientId, SigningKey key) {}

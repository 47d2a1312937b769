package no.klarert.issuer;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import no.klarert.vocabulary.KeyId;

/** A public key registered on a client (Maskinporten §7.3), usable until {@code expires}, exclusive. */
public record ClientKey(KeyId id, SignatureAlgorithm algorithm, RSAPublicKey publicKey, Instant expires) {}

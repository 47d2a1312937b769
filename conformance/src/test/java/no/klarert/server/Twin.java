package no.klarert.server;

import java.net.URI;

/** A running twin with the story's world, as tests reach it. */
public interface Twin {
    /** What its port is reached under. */
    URI base();

    /** Its identifier as Maskinporten, with the slash at the end. */
    String issuer();

    /** The private key, as a JWK, that was made for a seeded client. */
    String clientKey(String clientId);
}

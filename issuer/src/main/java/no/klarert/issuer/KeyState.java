package no.klarert.issuer;

/** What a signing key is at a point in time, in the order in which a key goes through it (Maskinporten §1.3). */
public enum KeyState {
    /** In the key set, so that verifiers get to know it; does not sign yet. */
    PUBLISHED,
    /** Signs; exactly one key of an issuer does. */
    SIGNING,
    /** Signs no longer, and is in the key set for the tokens it has signed. */
    RETIRED,
    /** In the key set no more: what it signed is refused. */
    GONE
}

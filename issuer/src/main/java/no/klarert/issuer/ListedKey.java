package no.klarert.issuer;

/**
 * A signing key as its operator sees it.
 *
 * @param id the key's {@code kid}
 */
public record ListedKey(IssuerName issuer, String id, KeyState state, KeyTimes times) {}

package no.klarert.issuer;

/** An assertion signed by {@code client}, meant for us, in time, and used now for the first time. Only {@link AssertionVerifier} makes one. */
record VerifiedAssertion(Client client, RequestedToken requested) implements Verification {}

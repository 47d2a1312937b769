package no.klarert.issuer;

/**
 * An assertion signed by {@code client}, meant for us and in time. Only {@link AssertionVerifier} makes one.
 *
 * @param use to be claimed before anything is given for the assertion
 */
record VerifiedAssertion(Client client, AuthenticationMethod method, RequestedToken requested, TokenLog.Assertion use)
        implements Verification {}

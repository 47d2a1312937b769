package no.klarert.issuer;

import java.util.Optional;

/** What {@link AssertionVerifier} found. */
sealed interface Verification permits VerifiedAssertion, Verification.Unverified {
    /** Nobody vouched for the assertion; {@code named} is the client it named, if that client exists. */
    record Unverified(Refusal refusal, Optional<Client> named) implements Verification {}
}

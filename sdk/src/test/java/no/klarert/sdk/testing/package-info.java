/** An issuer, a token exchange and a decision point over real HTTP with real signatures, for tests of what talks to them. */
@NullMarked
package no.klarert.sdk.testing;

import org.jspecify.annotations.NullMarked;

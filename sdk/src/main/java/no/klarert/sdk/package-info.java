/**
 * What API providers and vendors need around delegated machine-to-machine access.
 *
 * <p>A vendor gets tokens with {@link no.klarert.sdk.MaskinportenClient}. An API provider checks tokens with
 * {@link no.klarert.sdk.TokenVerifier} and asks the decision point with {@link no.klarert.sdk.Authorizer} (or
 * {@link no.klarert.sdk.PdpClient}, when it enforces obligations itself). Expected results, also the refusing ones, are
 * sealed outcomes; exceptions mean wrong use. Whatever is not expected is no access. All types are immutable and may be
 * shared between threads.
 */
@NullMarked
package no.klarert.sdk;

import org.jspecify.annotations.NullMarked;

/**
 * Business certificates (virksomhetssertifikat, eSeal): chains as they arrive, trust, revocation, and what a certificate says about
 * its organisation (Maskinporten §2.4). Begin at {@link no.klarert.issuer.certificate.BusinessCertificates}. Knows nothing of
 * tokens or clients; X.509 itself is left to the JDK.
 */
@NullMarked
package no.klarert.issuer.certificate;

import org.jspecify.annotations.NullMarked;

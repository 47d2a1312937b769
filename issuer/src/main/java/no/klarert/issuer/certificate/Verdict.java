package no.klarert.issuer.certificate;

import java.time.Instant;

/** What became of a certificate chain that somebody presented. */
public sealed interface Verdict {
    /** It is what it claims to be, now; {@code expires} is the end of its validity. */
    record Trusted(BusinessCertificate certificate, Instant expires) implements Verdict {}

    /** It is no chain of X.509 certificates. */
    record Malformed(String why) implements Verdict {}

    /** It is no business certificate, or nobody we trust stands behind it, or not any longer. */
    record Untrusted(String why) implements Verdict {}

    /** It may have been revoked: nobody could say now. */
    record Undetermined() implements Verdict {}
}

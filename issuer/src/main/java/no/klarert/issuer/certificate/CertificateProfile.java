package no.klarert.issuer.certificate;

/** The kinds of business certificate that access tokens tell apart (Maskinporten §4.3). */
public enum CertificateProfile {
    /** Virksomhetssertifikat of the older profile: the organisation number is the subject's serial number (2.5.4.5). */
    LEGACY,
    /** Qualified eSeal: statements of the issuer say that it is qualified (0.4.0.1862.1.1) and a seal (ETSI EN 319 412-5 §4.2). */
    QUALIFIED_ESEAL,
    /** Any other certificate with an organisation identifier (2.5.4.97; ETSI EN 319 412-1 §5.1.4). */
    ESEAL
}

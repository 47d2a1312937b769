package no.klarert.issuer;

import no.klarert.issuer.certificate.CertificateProfile;

/** How a client proved who it is: claim {@code client_amr} (Maskinporten §4.3). */
enum AuthenticationMethod {
    REGISTERED_KEY("private_key_jwt"),
    LEGACY_CERTIFICATE("virksomhetssertifikat"),
    QUALIFIED_ESEAL("QCForESeal"),
    ESEAL("CForESeal");

    private final String claim;

    AuthenticationMethod(String claim) {
        this.claim = claim;
    }

    static AuthenticationMethod of(CertificateProfile profile) {
        return switch (profile) {
            case LEGACY -> LEGACY_CERTIFICATE;
            case QUALIFIED_ESEAL -> QUALIFIED_ESEAL;
            case ESEAL -> ESEAL;
        };
    }

    /** The value on the wire. */
    String claim() {
        return claim;
    }
}

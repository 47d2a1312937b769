package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import no.klarert.issuer.certificate.BusinessCertificate;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.issuer.certificate.Verdict;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;

/** Certificates that clients present, with the refusals of the token endpoint (Maskinporten §2.5 step 8, §5.2). */
final class PresentedCertificates {
    private final BusinessCertificates certificates;

    PresentedCertificates(BusinessCertificates certificates) {
        this.certificates = certificates;
    }

    /** The elements of header {@code x5c} as a chain. */
    static Step<CertificateChain> read(List<?> x5c) {
        try {
            return Step.passed(CertificateChain.ofX5c(x5c));
        } catch (InvalidValueException e) {
            return Step.stopped(Refusal.of(MpCode.MP_123, e.getMessage()));
        }
    }

    /** The certificate, if it counts now and belongs to {@code owner}. */
    Step<BusinessCertificate> judge(CertificateChain chain, OrgNumber owner, Instant now) {
        return switch (certificates.judge(chain, now)) {
            case Verdict.Trusted trusted -> ofOwner(trusted.certificate(), owner);
            case Verdict.Malformed malformed -> Step.stopped(Refusal.of(MpCode.MP_123, malformed.why()));
            case Verdict.Untrusted untrusted -> Step.stopped(Refusal.of(MpCode.MP_120, untrusted.why()));
            case Verdict.Undetermined ignored ->
                Step.stopped(Refusal.of(
                        OAuthError.TEMPORARILY_UNAVAILABLE,
                        "Whether the certificate has been revoked cannot be determined now; try again"));
        };
    }

    private static Step<BusinessCertificate> ofOwner(BusinessCertificate certificate, OrgNumber owner) {
        return certificate.organization().filter(owner::equals).isPresent()
                ? Step.passed(certificate)
                : Step.stopped(Refusal.of(
                        MpCode.MP_122,
                        certificate
                                .organization()
                                .map(number -> "the certificate is that of " + number)
                                .orElse("the certificate names no Norwegian organisation, or several")));
    }
}

package no.klarert.issuer.certificate;

import static java.util.function.Predicate.not;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;

/**
 * What a certificate says about the organisation that holds it (Maskinporten §2.4). Whether to believe it is another matter.
 *
 * @param organization empty if it names no Norwegian organisation, or several
 */
public record BusinessCertificate(
        Optional<OrgNumber> organization, CertificateProfile profile, RSAPublicKey publicKey) {
    private static final String KIND = "business certificate";
    private static final String ORGANIZATION_IDENTIFIER = "550461";
    private static final String SERIAL_NUMBER = "550405";
    private static final String NORWEGIAN_REGISTER = "NTRNO-";
    private static final String QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";
    private static final String QC_COMPLIANCE = "04008e460101";
    private static final String QC_TYPE = "04008e460106";
    private static final String QC_TYPE_ESEAL = "04008e46010602";
    private static final int DIGITAL_SIGNATURE = 0;

    /** Reads a certificate that may sign assertions; any other is an {@link InvalidValueException}. */
    static BusinessCertificate of(X509Certificate certificate) {
        refuse(certificate.getVersion() != 3, "X.509 version 3");
        refuse(certificate.getBasicConstraints() >= 0, "no certificate of an issuer of certificates");
        var usage = certificate.getKeyUsage();
        refuse(usage != null && !usage[DIGITAL_SIGNATURE], "a key usage with digitalSignature");
        var key = publicKey(certificate);
        var identifiers = subject(certificate, ORGANIZATION_IDENTIFIER);
        return identifiers.isEmpty()
                ? new BusinessCertificate(number(subject(certificate, SERIAL_NUMBER)), CertificateProfile.LEGACY, key)
                : new BusinessCertificate(number(norwegian(identifiers)), seal(certificate), key);
    }

    /** Tells whether it vouches for that key. */
    public boolean isFor(RSAPublicKey key) {
        return publicKey.getModulus().equals(key.getModulus())
                && publicKey.getPublicExponent().equals(key.getPublicExponent());
    }

    private static RSAPublicKey publicKey(X509Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
                || !key.getAlgorithm().equals("RSA")) {
            throw InvalidValueException.secret(KIND, "an RSA key");
        }
        RsaBounds.fault(key).ifPresent(fault -> refuse(true, fault));
        return key;
    }

    /** The values of one attribute of the subject, its type as encoded in DER. */
    private static List<String> subject(X509Certificate certificate, String type) {
        return Der.elements(certificate.getSubjectX500Principal().getEncoded()).stream()
                .flatMap(name -> name.children().stream())
                .flatMap(relative -> relative.children().stream())
                .map(Der.Element::children)
                .filter(attribute -> attribute.size() == 2 && attribute.get(0).isIdentifier(type))
                .map(attribute -> attribute.get(1).text())
                .toList();
    }

    private static List<String> norwegian(List<String> identifiers) {
        return identifiers.stream()
                .map(each -> each.startsWith(NORWEGIAN_REGISTER) ? each.substring(NORWEGIAN_REGISTER.length()) : "")
                .toList();
    }

    private static Optional<OrgNumber> number(List<String> candidates) {
        return candidates.size() == 1
                ? candidates.stream()
                        .filter(OrgNumber::isWellFormed)
                        .map(OrgNumber::new)
                        .findFirst()
                : Optional.empty();
    }

    private static CertificateProfile seal(X509Certificate certificate) {
        var statements = statements(certificate);
        boolean qualified = statements.stream().anyMatch(each -> each.get(0).isIdentifier(QC_COMPLIANCE));
        boolean seal = statements.stream()
                .filter(each -> each.size() == 2 && each.get(0).isIdentifier(QC_TYPE))
                .flatMap(each -> each.get(1).children().stream())
                .anyMatch(type -> type.isIdentifier(QC_TYPE_ESEAL));
        return qualified && seal ? CertificateProfile.QUALIFIED_ESEAL : CertificateProfile.ESEAL;
    }

    /** Statements of the issuer, each an identifier and perhaps its details (RFC 3739 §3.2.6). */
    private static List<List<Der.Element>> statements(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(QC_STATEMENTS);
        return extension == null
                ? List.of()
                : Der.elements(extension).stream()
                        .flatMap(octets -> octets.children().stream())
                        .flatMap(list -> list.children().stream())
                        .map(Der.Element::children)
                        .filter(not(List::isEmpty))
                        .toList();
    }

    private static void refuse(boolean broken, String rule) {
        if (broken) {
            throw InvalidValueException.secret(KIND, rule);
        }
    }
}

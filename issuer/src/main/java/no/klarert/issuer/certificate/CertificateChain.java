package no.klarert.issuer.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;

/**
 * Certificates as an {@code x5c} member carries them (RFC 7515 §4.1.6, RFC 7517 §4.7): one to six in DER, of at most 8 KiB each, the
 * one that speaks first. That they are certificates, or trusted, is not said yet; {@link BusinessCertificates} finds out.
 */
public record CertificateChain(List<Bytes> certificates) {
    /** The most certificates of a chain. Public chains have three. */
    public static final int MOST = 6;

    /** The longest certificate, in bytes. Those of businesses have some 2 KiB. */
    public static final int LONGEST = 8 * 1024;

    private static final String KIND = "certificate chain";

    public CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty() || certificates.size() > MOST) {
            throw InvalidValueException.secret(KIND, "1 to " + MOST + " certificates");
        }
        if (certificates.stream().anyMatch(each -> each.length() == 0 || each.length() > LONGEST)) {
            throw InvalidValueException.secret(KIND, "certificates of 1 to " + LONGEST + " bytes");
        }
    }

    /** Reads the elements of an {@code x5c}, standard base64 with padding and nothing else. */
    public static CertificateChain ofX5c(List<?> x5c) {
        if (x5c.size() > MOST) {
            throw InvalidValueException.secret(KIND, "1 to " + MOST + " certificates");
        }
        return new CertificateChain(x5c.stream().map(CertificateChain::decode).toList());
    }

    private static Bytes decode(Object element) {
        try {
            if (element instanceof String text) {
                return Bytes.of(Base64.getDecoder().decode(text));
            }
        } catch (IllegalArgumentException e) {
            // answered below, like everything else that is not base64
        }
        throw InvalidValueException.secret(KIND, "certificates in standard base64");
    }

    /** The elements of an {@code x5c}. */
    public List<String> toX5c() {
        return certificates.stream()
                .map(each -> Base64.getEncoder().encodeToString(each.toArray()))
                .toList();
    }

    /** The organisation that the first certificate names, whether it is to be believed or not; empty if it names none. */
    public Optional<OrgNumber> organization() {
        return BusinessCertificate.of(parse(0)).organization();
    }

    /** SHA-256 of the first certificate, which names it without its being parsed. */
    Bytes fingerprint() {
        return fingerprint(certificates.get(0).toArray());
    }

    static Bytes fingerprint(byte[] certificate) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The certificates as X.509, or an {@link InvalidValueException} if one of them is none. */
    List<X509Certificate> parse() {
        List<X509Certificate> parsed = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            parsed.add(parse(i));
        }
        return parsed;
    }

    private X509Certificate parse(int index) {
        var content = new ByteArrayInputStream(certificates.get(index).toArray());
        try {
            var parsed = factory().generateCertificate(content);
            if (parsed instanceof X509Certificate certificate && content.available() == 0) {
                return certificate;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // the JDK's parser has met hostile bytes with exceptions of many kinds; all of them mean the same
        }
        throw InvalidValueException.secret(KIND, "X.509 certificates in DER; number " + (index + 1) + " is none");
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}

package no.klarert.server;

import static org.bouncycastle.asn1.x509.Extension.authorityKeyIdentifier;
import static org.bouncycastle.asn1.x509.Extension.basicConstraints;
import static org.bouncycastle.asn1.x509.Extension.keyUsage;
import static org.bouncycastle.asn1.x509.Extension.qCStatements;
import static org.bouncycastle.asn1.x509.Extension.subjectKeyIdentifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import no.klarert.issuer.certificate.CertificateProfile;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.ETSIQCObjectIdentifiers;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates of the profiles in use in Norway, for tests. The only class that knows Bouncy Castle: the JDK makes none. */
final class TestCertificates {
    private static final int KEY_BITS = 2048;
    private static final int SERIAL_BITS = 127;
    private static final Duration ROOT_LASTS = Duration.ofDays(30 * 365);
    private static final Duration ISSUER_LASTS = Duration.ofDays(20 * 365);
    private static final Duration BUSINESS_LASTS = Duration.ofDays(3 * 365);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final ASN1ObjectIdentifier QC_TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    private static final ASN1ObjectIdentifier QC_TYPE_ESEAL = new ASN1ObjectIdentifier("0.4.0.1862.1.6.2");

    private final SecureRandom random;
    private final Instant now;

    TestCertificates(SecureRandom random, Instant now) {
        this.random = random;
        this.now = now;
    }

    /** The key of an issuer with its certificate and the root's, whose key is forgotten. */
    record Authority(PrivateKey key, List<X509Certificate> chain) {}

    /** A certificate with its key. */
    record Issued(PrivateKey key, X509Certificate certificate) {}

    Authority authority() {
        try {
            var rootKey = newKey();
            var rootName = name("Klarert Test Root CA").build();
            var root = sign(
                    authority(rootName, rootKey.getPublic(), rootName, rootKey.getPublic(), ROOT_LASTS),
                    rootKey.getPrivate());
            var key = newKey();
            var issuer = sign(
                    authority(
                            name("Klarert Test Issuing CA").build(),
                            key.getPublic(),
                            rootName,
                            rootKey.getPublic(),
                            ISSUER_LASTS),
                    rootKey.getPrivate());
            return new Authority(key.getPrivate(), List.of(issuer, root));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("an issuer of test certificates cannot be made", e);
        }
    }

    Issued business(TestAuthority.Order order, PrivateKey issuerKey, X509Certificate issuer) {
        try {
            var key = newKey();
            var builder = begin(
                    subject(order),
                    key.getPublic(),
                    X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                    issuer.getPublicKey(),
                    BUSINESS_LASTS);
            builder.addExtension(keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            if (order.profile() == CertificateProfile.QUALIFIED_ESEAL) {
                builder.addExtension(qCStatements, false, qualifiedSeal());
            }
            return new Issued(key.getPrivate(), sign(builder, issuerKey));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a test certificate cannot be made", e);
        }
    }

    private static X500NameBuilder name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NO")
                .addRDN(BCStyle.O, "Klarert twin")
                .addRDN(BCStyle.CN, commonName);
    }

    private static X500Name subject(TestAuthority.Order order) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NO")
                .addRDN(BCStyle.O, order.name())
                .addRDN(BCStyle.CN, order.name());
        var number = order.organization().value();
        return (switch (order.profile()) {
                    case LEGACY -> subject.addRDN(BCStyle.SERIALNUMBER, number);
                    case ESEAL, QUALIFIED_ESEAL -> subject.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRNO-" + number);
                })
                .build();
    }

    private static DERSequence qualifiedSeal() {
        return new DERSequence(new QCStatement[] {
            new QCStatement(ETSIQCObjectIdentifiers.id_etsi_qcs_QcCompliance),
            new QCStatement(QC_TYPE, new DERSequence(QC_TYPE_ESEAL))
        });
    }

    private X509v3CertificateBuilder authority(
            X500Name name, PublicKey key, X500Name issuer, PublicKey issuerKey, Duration lasts)
            throws GeneralSecurityException, IOException {
        var builder = begin(name, key, issuer, issuerKey, lasts);
        builder.addExtension(basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }

    private X509v3CertificateBuilder begin(
            X500Name name, PublicKey key, X500Name issuer, PublicKey issuerKey, Duration lasts)
            throws GeneralSecurityException, IOException {
        var identifiers = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                        Date.from(now.minus(CLOCKS_DIFFER)),
                        Date.from(now.plus(lasts)),
                        name,
                        key)
                .addExtension(subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                .addExtension(authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var signed = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(signed.getEncoded()));
    }

    private KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA", Cryptography.provider());
        generator.initialize(KEY_BITS, random);
        return generator.generateKeyPair();
    }
}

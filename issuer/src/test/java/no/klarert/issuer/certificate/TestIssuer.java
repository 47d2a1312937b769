package no.klarert.issuer.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import no.klarert.storage.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of certificates for tests, made without any help from the code under test. */
public final class TestIssuer {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    final X500Name name;
    final KeyPair key;
    final X509Certificate certificate;

    TestIssuer(X500Name name, KeyPair key, X509Certificate certificate) {
        this.name = name;
        this.key = key;
        this.certificate = certificate;
    }

    public static TestIssuer root(String name) {
        var key = key("RSA", 2048);
        var subject = new X500Name(name);
        return new TestIssuer(
                subject,
                key,
                new Draft(subject, key).issuer(subject, key).authority().sign());
    }

    /** An issuer that this one vouches for. */
    public TestIssuer under(String name) {
        return under(name, key("RSA", 2048));
    }

    TestIssuer under(String name, KeyPair otherKey) {
        var subject = new X500Name(name);
        return new TestIssuer(
                subject, otherKey, draft(name, otherKey).authority().sign());
    }

    /** A certificate to be changed and signed. */
    public Draft draft(String subject, KeyPair subjectKey) {
        return new Draft(new X500Name(subject), subjectKey).issuer(name, key);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A list for the week after {@link #NOW}. */
    public X509CRL crl(List<X509Certificate> revoked) {
        return crl(NOW, NOW.plus(Duration.ofDays(7)), revoked.toArray(X509Certificate[]::new));
    }

    /** A certificate whose issuer states that it is qualified and a seal. */
    public X509Certificate qualifiedSeal(String subject, KeyPair subjectKey) {
        var type = new DERSequence(new ASN1ObjectIdentifier("0.4.0.1862.1.6.2"));
        var statements = new DERSequence(new QCStatement[] {
            new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.1")),
            new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.6"), type)
        });
        return draft(subject, subjectKey)
                .extension(optional(Extension.qCStatements, statements))
                .sign();
    }

    X509CRL crl(Instant from, Instant to, X509Certificate... revoked) {
        try {
            var list = new JcaX509v2CRLBuilder(certificate, Date.from(from));
            list.setNextUpdate(Date.from(to));
            for (var each : revoked) {
                list.addCRLEntry(each.getSerialNumber(), Date.from(from.minusSeconds(60)), CRLReason.keyCompromise);
            }
            var encoded = list.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()))
                    .getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair key(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsaKey(int bits, BigInteger exponent) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static CertificateChain chain(X509Certificate... certificates) {
        return new CertificateChain(
                Arrays.stream(certificates).map(TestIssuer::der).toList());
    }

    static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that is not signed yet; sound for a business unless changed. */
    public static final class Draft {
        private final X500Name subject;
        private final KeyPair key;
        private X500Name issuer;
        private KeyPair issuerKey;
        private Instant from = NOW.minus(Duration.ofDays(1));
        private Instant to = NOW.plus(YEARS);
        private String algorithm = "SHA256withRSA";
        private final List<Extension> extensions = new ArrayList<>();

        Draft(X500Name subject, KeyPair key) {
            this.subject = subject;
            this.key = key;
            this.issuer = subject;
            this.issuerKey = key;
        }

        Draft issuer(X500Name name, KeyPair signingKey) {
            issuer = name;
            issuerKey = signingKey;
            return this;
        }

        public Draft valid(Instant begin, Instant end) {
            from = begin;
            to = end;
            return this;
        }

        Draft signedWith(String other) {
            algorithm = other;
            return this;
        }

        Draft extension(Extension extension) {
            extensions.add(extension);
            return this;
        }

        Draft usage(int usage) {
            return extension(extension(Extension.keyUsage, new KeyUsage(usage)));
        }

        Draft authority() {
            return extension(extension(Extension.basicConstraints, new BasicConstraints(true)))
                    .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        }

        static Extension extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
            try {
                return Extension.create(id, true, value);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public X509Certificate sign() {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(to),
                    subject,
                    key.getPublic());
            try {
                for (var extension : extensions) {
                    builder.addExtension(extension);
                }
                return parse(builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey.getPrivate()))
                        .getEncoded());
            } catch (OperatorCreationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static X509Certificate parse(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Extension optional(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            return Extension.create(id, false, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate of X.509 version 1, which knows no extensions. */
    static X509Certificate firstVersion(TestIssuer issuer, String subject, KeyPair key) {
        var builder = new JcaX509v1CertificateBuilder(
                issuer.name,
                BigInteger.ONE,
                Date.from(NOW.minus(YEARS)),
                Date.from(NOW.plus(YEARS)),
                new X500Name(subject),
                key.getPublic());
        try {
            return parse(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.key.getPrivate()))
                    .getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An issuer with that modulus, which nobody has the private part of. */
    static X509Certificate monstrousIssuer(String name, BigInteger modulus) {
        try {
            var key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
            return root("CN=Root")
                    .draft(name, new KeyPair(key, null))
                    .authority()
                    .sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

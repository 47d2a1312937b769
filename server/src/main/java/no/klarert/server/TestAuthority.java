package no.klarert.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import no.klarert.issuer.certificate.CertificateProfile;
import no.klarert.issuer.certificate.TrustAnchors;
import no.klarert.vocabulary.OrgNumber;

/**
 * The twin's own issuer of business certificates: a root that was used once, and an issuer below it whose key stays in the data
 * directory, readable by its owner only. Nobody else trusts it.
 *
 * @param chain the issuer's certificate, then the root's
 */
record TestAuthority(Path directory, List<X509Certificate> chain) {
    private static final String CHAIN = "chain.pem";
    private static final String KEY = "issuing.key";
    private static final String KEY_LABEL = "PRIVATE KEY";

    /** The one of this data directory, made on first use. */
    static TestAuthority openOrMake(DataDirectory data, SecureRandom random, Instant now) {
        var directory = data.testAuthority();
        if (!Files.exists(directory.resolve(CHAIN))) {
            make(data, new TestCertificates(random, now));
        }
        return open(data);
    }

    /** The one of this data directory; it must be there. */
    static TestAuthority open(DataDirectory data) {
        var chain = data.testAuthority().resolve(CHAIN);
        if (!Files.exists(chain)) {
            throw new ConfigException("`" + data.path()
                    + "` has no issuer of test certificates; the twin makes it at its first start with this --data");
        }
        return new TestAuthority(data.testAuthority(), PemFile.certificates(chain));
    }

    /** The chain comes last: while it is not there, nothing is, and the next start begins anew. */
    private static void make(DataDirectory data, TestCertificates certificates) {
        var made = certificates.authority();
        var pem = new StringBuilder();
        try {
            for (var certificate : made.chain()) {
                pem.append(PemFile.write(certificate));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has its encoding", e);
        }
        var directory = data.testAuthority();
        data.writePrivate(
                directory.resolve(KEY), PemFile.write(KEY_LABEL, made.key().getEncoded()));
        data.writePrivate(directory.resolve(CHAIN), pem.toString());
    }

    TrustAnchors trusted() {
        return new TrustAnchors(chain.subList(1, chain.size()), chain.subList(0, 1));
    }

    /** A new key with its certificate and the chain to the root, under the alias {@code klarert}. */
    KeyStore issue(Order order, char[] password, SecureRandom random, Instant now) {
        try {
            var issued = new TestCertificates(random, now).business(order, key(), chain.get(0));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var path = new Certificate[] {issued.certificate(), chain.get(0), chain.get(1)};
            store.setKeyEntry("klarert", issued.key(), password, path);
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a certificate cannot be issued", e);
        }
    }

    /** What a certificate is to say. */
    record Order(OrgNumber organization, String name, CertificateProfile profile) {}

    private PrivateKey key() throws GeneralSecurityException, java.io.IOException {
        var encoded = PemFile.read(KEY_LABEL, Files.readString(directory.resolve(KEY)));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}

package no.klarert.issuer.certificate;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses paths with SHA-1, MD5 or short RSA keys in them, whatever the JDK's own settings tolerate. */
final class StrengthChecker extends PKIXCertPathChecker {
    private static final int SMALLEST_MODULUS = 2048;

    @Override
    public void init(boolean forward) {
        // keeps no state: certificates are judged one by one, in either direction
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public @Nullable Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions)
            throws CertPathValidatorException {
        if (certificate instanceof X509Certificate x509) {
            refuse(hasWeakDigest(x509), "signed with a weak digest");
            refuse(
                    x509.getPublicKey() instanceof RSAKey key
                            && key.getModulus().bitLength() < SMALLEST_MODULUS,
                    "short key");
        }
    }

    private static boolean hasWeakDigest(X509Certificate certificate) {
        var algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
    }

    private static void refuse(boolean weak, String why) throws CertPathValidatorException {
        if (weak) {
            throw new CertPathValidatorException(why);
        }
    }
}

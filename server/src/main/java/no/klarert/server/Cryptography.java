package no.klarert.server;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import org.conscrypt.Conscrypt;
import org.slf4j.LoggerFactory;

/** Who does RSA: Conscrypt where its native library loads, otherwise the JDK. */
final class Cryptography {
    private Cryptography() {}

    static Provider provider() {
        try {
            Conscrypt.checkAvailability();
            return Conscrypt.newProvider();
        } catch (UnsatisfiedLinkError e) {
            LoggerFactory.getLogger(Cryptography.class).info("no native RSA on this platform; the JDK's is used");
            return jdk();
        }
    }

    private static Provider jdk() {
        try {
            return Signature.getInstance("SHA256withRSA").getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform signs with SHA256withRSA", e);
        }
    }
}

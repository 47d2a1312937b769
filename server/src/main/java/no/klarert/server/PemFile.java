package no.klarert.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates and keys in PEM (RFC 7468). */
final class PemFile {
    private static final int COLUMNS = 64;

    private PemFile() {}

    /** The certificates of a bundle, at least one; a file without any stops the start. */
    static List<X509Certificate> certificates(Path file) {
        try {
            var in = new ByteArrayInputStream(Files.readAllBytes(file));
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new ConfigException("there is no certificate in `" + file + "`");
            }
            return found;
        } catch (IOException e) {
            throw new ConfigException("cannot read certificates from `" + file + "`", e);
        } catch (CertificateException e) {
            throw new ConfigException("`" + file + "` is not a file of certificates in PEM: " + e.getMessage(), e);
        }
    }

    static String write(X509Certificate certificate) throws GeneralSecurityException {
        return write("CERTIFICATE", certificate.getEncoded());
    }

    static String write(String label, byte[] content) {
        var base64 = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    /** The content of a file that {@link #write(String, byte[])} wrote. */
    static byte[] read(String label, String text) {
        var base64 = text.replace("-----BEGIN " + label + "-----", "").replace("-----END " + label + "-----", "");
        return Base64.getMimeDecoder().decode(base64);
    }
}

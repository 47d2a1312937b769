package no.klarert.server;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * The header in which the proxy that ends TLS hands on the client's certificate: a byte sequence (RFC 9440 §2.1), or PEM with
 * percent-encoding as nginx and some load balancers write it. Believed only from a trusted proxy, which must remove what clients
 * themselves send under that name.
 *
 * @param proxies who may set it
 */
record ClientCertificateHeader(String name, TrustedProxies proxies) {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** The certificate that came with the call; empty if there is none, more than one, or it cannot be read. */
    Optional<X509Certificate> certificate(Call call) {
        var values = call.headers().all(name);
        return values.size() == 1 && proxies.trusts(call.peer())
                ? decode(values.get(0).strip()).flatMap(ClientCertificateHeader::parse)
                : Optional.empty();
    }

    private static Optional<byte[]> decode(String value) {
        try {
            if (value.length() > 2 && value.startsWith(":") && value.endsWith(":")) {
                return Optional.of(Base64.getDecoder().decode(value.substring(1, value.length() - 1)));
            }
            return pem(value).map(base64 -> Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What stands between the lines of one PEM certificate; a plus sign is itself here, not a space. */
    private static Optional<String> pem(String value) {
        return UrlEncoded.decodeSegment(value)
                .map(String::strip)
                .filter(text -> text.startsWith(BEGIN) && text.endsWith(END))
                .map(text -> text.substring(BEGIN.length(), text.length() - END.length())
                        .replaceAll("\\s", ""));
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try (var in = new ByteArrayInputStream(der)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0 ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException | java.io.IOException | RuntimeException notOne) {
            // the JDK's parser throws whatever comes up on bytes that are no certificate
            return Optional.empty();
        }
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which certificates are believed (RFC 9440), and from whom. */
class ClientCertificateHeaderTest {
    private static final String SOUND = ":" + TlsCertificates.ONE + ":";

    private static Optional<X509Certificate> certificate(String peer, String... values) throws UnknownHostException {
        var header = new ClientCertificateHeader("Client-Cert", TrustedProxies.parse("192.0.2.0/24"));
        var headers = new Call.Headers() {
            @Override
            public Optional<String> first(String name) {
                return all(name).stream().findFirst();
            }

            @Override
            public List<String> all(String name) {
                return name.equals("Client-Cert") ? List.of(values) : List.of();
            }
        };
        return header.certificate(new Call(
                "GET",
                "/",
                Map.of(),
                QueryString.EMPTY,
                headers,
                limit -> Optional.empty(),
                InetAddress::getLoopbackAddress,
                new TraceId("0".repeat(31) + "1", "0".repeat(15) + "1"),
                InetAddress.getByName(peer)));
    }

    @Test
    void is_read_from_a_trusted_proxy_and_from_nobody_else() throws UnknownHostException {
        assertThat(certificate("192.0.2.7", SOUND)).contains(TlsCertificates.parse(TlsCertificates.ONE));
        assertThat(certificate("192.0.3.7", SOUND)).isEmpty();
        assertThat(certificate("2001:db8::1", SOUND)).isEmpty();
        assertThat(certificate("::ffff:192.0.2.7", SOUND)).isPresent();
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                ":",
                "::",
                ":AAAA:",
                TlsCertificates.ONE,
                SOUND + SOUND,
                ":" + TlsCertificates.ONE + "AAAA:",
                ":" + TlsCertificates.ONE.substring(4) + ":",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
                "%ZZ",
                ":" + TlsCertificates.ONE.replace('/', '_') + ":");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_no_certificate(String value) throws UnknownHostException {
        assertThat(certificate("192.0.2.7", value)).isEmpty();
    }

    @Test
    void two_headers_are_no_certificate() throws UnknownHostException {
        assertThat(certificate("192.0.2.7", SOUND, SOUND)).isEmpty();
    }
}

package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, 192.0.2.7, 2001:db8::/33");

    private static InetAddress address(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }

    private static String client(String peer, String... forwardedFor) {
        return PROXIES.client(address(peer), List.of(forwardedFor)).getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3|198.51.100.9|198.51.100.9",
                "10.1.2.3|198.51.100.9:4711|198.51.100.9",
                "10.1.2.3|203.0.113.1, 198.51.100.9|198.51.100.9",
                "10.1.2.3|198.51.100.9, 192.0.2.7, 10.9.9.9|198.51.100.9",
                "10.1.2.3|[2001:db8:8000::1]:443|2001:db8:8000:0:0:0:0:1",
                "2001:db8:7fff::1|198.51.100.9|198.51.100.9",
                "10.1.2.3|::ffff:198.51.100.9|198.51.100.9"
            })
    void believes_what_trusted_proxies_wrote(String peer, String header, String client) {
        assertThat(client(peer, header)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.9|203.0.113.1|198.51.100.9",
                "192.0.2.8|203.0.113.1|192.0.2.8",
                "2001:db8:8000::1|203.0.113.1|2001:db8:8000:0:0:0:0:1",
                "10.1.2.3|unknown|10.1.2.3",
                "10.1.2.3|203.0.113.1, _hidden|10.1.2.3",
                "10.1.2.3|203.0.113.1, localhost|10.1.2.3",
                "10.1.2.3|''|10.1.2.3"
            })
    void believes_nobody_else(String peer, String header, String client) {
        assertThat(client(peer, header)).isEqualTo(client);
    }

    @Test
    void reads_several_headers_as_one_and_no_longer_chain_than_32() {
        assertThat(client("10.0.0.1", "203.0.113.1", "198.51.100.9, 10.0.0.2")).isEqualTo("198.51.100.9");
        var endless = String.join(",", Collections.nCopies(100_000, "10.0.0.2"));
        assertThat(client("10.0.0.1", "203.0.113.1," + endless)).isEqualTo("10.0.0.2");
    }

    @Test
    void without_trusted_proxies_the_peer_is_the_client() {
        assertThat(TrustedProxies.NONE
                        .client(address("10.0.0.1"), List.of("203.0.113.1"))
                        .getHostAddress())
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "::/129",
                "a:b",
                "1.2.3.4,"
            })
    void refuses_what_is_no_address_or_range(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

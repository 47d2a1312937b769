package no.klarert.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word counts for where a request comes from ({@code network.trusted-proxies}). Of {@code X-Forwarded-For} only
 * what they wrote is believed: it is read from its end, as far as trusted addresses go.
 */
record TrustedProxies(List<Range> ranges) {
    static final TrustedProxies NONE = new TrustedProxies(List.of());
    private static final int LONGEST_CHAIN = 32;

    TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /** Addresses and ranges such as {@code 10.0.0.0/8}, separated by commas; anything else is an illegal argument. */
    static TrustedProxies parse(String text) {
        return new TrustedProxies(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Range::parse)
                .toList());
    }

    /** Where a request comes from that {@code peer} sent with these header values. */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var client = peer;
        var chain = chain(forwardedFor);
        for (int i = chain.size() - 1; i >= Math.max(0, chain.size() - LONGEST_CHAIN) && trusts(client); i--) {
            var before = address(chain.get(i));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    boolean trusts(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private List<String> chain(List<String> forwardedFor) {
        List<String> chain = new ArrayList<>();
        if (!ranges.isEmpty()) {
            forwardedFor.forEach(value -> chain.addAll(List.of(value.split(",", -1))));
        }
        return chain;
    }

    /** Some proxies add the port, and write an IPv6 address in brackets then. */
    private static Optional<InetAddress> address(String text) {
        var stripped = text.strip();
        if (stripped.startsWith("[")) {
            int end = stripped.indexOf(']');
            return end < 0 ? Optional.empty() : IpLiteral.parse(stripped.substring(1, end));
        }
        int colon = stripped.indexOf(':');
        boolean withPort = colon > 0 && colon == stripped.lastIndexOf(':');
        return IpLiteral.parse(withPort ? stripped.substring(0, colon) : stripped);
    }

    /** Addresses that begin with the same bits. */
    record Range(InetAddress first, int bits) {
        static Range parse(String text) {
            int slash = text.indexOf('/');
            var address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> new IllegalArgumentException(text));
            int longest = address.getAddress().length * 8;
            int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > longest) {
                throw new IllegalArgumentException(text);
            }
            return new Range(address, bits);
        }

        boolean contains(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((mine[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}

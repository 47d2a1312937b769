package no.klarert.policy.value;

import java.util.Optional;

/**
 * An internet address with an optional mask and ports (XACML 3.0 §A.2): {@code 10.0.0.1/255.0.0.0:80-443} or
 * {@code [fe80::1]/[ffff::]:80}. Numbers of an IPv4 address have no zero before them. The mask is an address of the same kind; a
 * prefix length is none.
 *
 * @param key address, mask and ports in a single form
 */
public record IpAddressValue(String key, String text) implements Value {
    /** The longest that can be valid: two IPv6 addresses in full and a port range. */
    private static final int MAX_LENGTH = 120;

    static Optional<Value> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        boolean isSix = text.startsWith("[");
        int colon = text.indexOf(':', isSix ? text.lastIndexOf(']') + 1 : 0);
        var hosts = hosts(colon < 0 ? text : text.substring(0, colon), isSix);
        boolean anyPort = colon < 0 || colon == text.length() - 1;
        var ports = anyPort ? Optional.of(PortRange.ALL) : PortRange.parse(text.substring(colon + 1));
        return hosts.flatMap(host -> ports.map(range -> new IpAddressValue(host + ":" + range.key(), text)));
    }

    /** An address with an optional mask. */
    private static Optional<String> hosts(String text, boolean isSix) {
        int slash = text.indexOf('/');
        return slash < 0
                ? address(text, isSix)
                : address(text.substring(0, slash), isSix)
                        .flatMap(host ->
                                address(text.substring(slash + 1), isSix).map(mask -> host + "/" + mask));
    }

    private static Optional<String> address(String text, boolean isSix) {
        if (!isSix) {
            return IpAddresses.four(text);
        }
        boolean bracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        return bracketed ? IpAddresses.six(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    @Override
    public DataType type() {
        return DataType.IP_ADDRESS;
    }
}

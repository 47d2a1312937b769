package no.klarert.policy.value;

import java.util.Optional;

/**
 * A host name with an optional port range (XACML 3.0 §A.2, RFC 2396 §3.2.2): {@code *.example.com:443}. The first label may be
 * {@code *}; the last begins with a letter.
 *
 * @param key name and ports in a single form
 */
public record DnsNameValue(String key, String text) implements Value {
    /** The longest name of the domain name system, and a port range. */
    private static final int MAX_LENGTH = 255 + 12;

    static Optional<Value> parse(String text) {
        int colon = text.indexOf(':');
        var host = colon < 0 ? text : text.substring(0, colon);
        var ports = colon < 0 ? Optional.of(PortRange.ALL) : PortRange.parse(text.substring(colon + 1));
        return text.length() <= MAX_LENGTH && isHost(host)
                ? ports.map(range -> new DnsNameValue(Ascii.lower(host) + ":" + range.key(), text))
                : Optional.empty();
    }

    private static boolean isHost(String host) {
        var rooted = host.startsWith("*.") ? host.substring(2) : host;
        var labels = (rooted.endsWith(".") ? rooted.substring(0, rooted.length() - 1) : rooted).split("\\.", -1);
        for (var label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return Ascii.isLetter(labels[labels.length - 1].charAt(0));
    }

    /** Letters and digits of ASCII, and hyphens between them. */
    static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> c == '-' || Ascii.isDigit(c) || Ascii.isLetter(c));
    }

    @Override
    public DataType type() {
        return DataType.DNS_NAME;
    }
}

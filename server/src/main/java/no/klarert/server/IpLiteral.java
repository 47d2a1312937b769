package no.klarert.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text. A name is never looked up. */
final class IpLiteral {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private IpLiteral() {}

    /** Empty if it is no address; an IPv4 address in IPv6 form becomes one. */
    static Optional<InetAddress> parse(String text) {
        try {
            if (V4.matcher(text).matches()) {
                return v4(text);
            }
            // With a colon in it and no dot before, this refuses what is no address and asks nobody.
            return text.indexOf(':') >= 0 && V6.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> v4(String text) throws UnknownHostException {
        var parts = text.split("\\.", -1);
        var bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(InetAddress.getByAddress(bytes));
    }
}

package no.klarert.policy.value;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads internet addresses into a single form each (RFC 2396 §3.2.2, RFC 2732). */
final class IpAddresses {
    private static final int GROUPS = 8;

    private IpAddresses() {}

    /** Four numbers below 256 without zeros before them. */
    static Optional<String> four(String text) {
        var numbers = List.of(text.split("\\.", -1));
        return Optional.of(text)
                .filter(address -> numbers.size() == 4 && numbers.stream().allMatch(IpAddresses::isOctet));
    }

    private static boolean isOctet(String text) {
        var source = new Scanner(text);
        int digits = source.digits();
        boolean padded = digits > 1 && source.isNext('0');
        return digits <= 3 && source.number(digits) <= 255 && source.isDone() && !padded;
    }

    /** Eight groups of hexadecimal digits; {@code ::} once stands for groups of zero, and the last two may be an IPv4 address. */
    static Optional<String> six(String text) {
        var plain = withoutFour(text);
        int gap = plain.indexOf("::");
        var head = groups(gap < 0 ? plain : plain.substring(0, gap));
        var tail = groups(gap < 0 ? "" : plain.substring(gap + 2));
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        var all = Stream.of(head, Collections.nCopies(missing, "0"), tail)
                .flatMap(List::stream)
                .toList();
        return all.stream().allMatch(IpAddresses::isGroup)
                ? Optional.of(all.stream().map(IpAddresses::trimmed).collect(Collectors.joining(":")))
                : Optional.empty();
    }

    private static String withoutFour(String text) {
        int last = text.lastIndexOf(':') + 1;
        return four(text.substring(last))
                .map(four -> four.split("\\."))
                .map(octets -> text.substring(0, last) + pair(octets[0], octets[1]) + ":" + pair(octets[2], octets[3]))
                .orElse(text);
    }

    private static String pair(String high, String low) {
        return Integer.toHexString(256 * Integer.parseInt(high) + Integer.parseInt(low));
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    private static boolean isGroup(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(Ascii::isHexDigit);
    }

    private static String trimmed(String group) {
        return Integer.toHexString(Integer.parseInt(group, 16));
    }
}

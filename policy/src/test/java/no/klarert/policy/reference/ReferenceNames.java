package no.klarert.policy.reference;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of mailboxes, directory entries and hosts (XACML 3.0 §A.2). Exotic lexical forms are left to other tests. */
final class ReferenceNames {
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String HOST = "(" + LABEL + "[.])*" + LABEL;
    private static final Pattern MAILBOX =
            Pattern.compile("(?<local>[A-Za-z0-9_+-]+([.][A-Za-z0-9_+-]+)*)@(?<domain>" + HOST + ")");
    private static final Pattern DNS_NAME =
            Pattern.compile("([*][.])?(" + LABEL + "[.])*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?[.]?(:(?<ports>.+))?");
    private static final String FOUR = "((0|[1-9][0-9]{0,2})[.]){3}(0|[1-9][0-9]{0,2})";
    private static final Pattern IP_4 =
            Pattern.compile("(?<host>" + FOUR + ")(/(?<mask>" + FOUR + "))?(:(?<ports>.*))?");
    private static final Pattern IP_6 =
            Pattern.compile("\\[(?<host>[0-9a-fA-F:]+)\\](/\\[(?<mask>[0-9a-fA-F:]+)\\])?(:(?<ports>.*))?");
    private static final Pattern PORTS = Pattern.compile("(?<from>[0-9]{1,5})?(?<to>-([0-9]{1,5})?)?");
    private static final Map<String, String> ALIASES = Map.of(
            "commonname", "cn",
            "2.5.4.3", "cn",
            "oid.2.5.4.3", "cn",
            "organizationname", "o",
            "2.5.4.10", "o",
            "countryname", "c",
            "2.5.4.6", "c",
            "organizationalunitname", "ou");

    private ReferenceNames() {}

    /** A mailbox; the domain in lower case. */
    record Mailbox(String local, String domain) {}

    /** A distinguished name: in each relative one the assignments of values to types. */
    record X500Name(List<Set<String>> relative) {
        boolean isEndOf(X500Name other) {
            int more = other.relative.size() - relative.size();
            return more >= 0
                    && other.relative.subList(more, other.relative.size()).equals(relative);
        }
    }

    static Optional<Object> rfc822Name(String text) {
        var matcher = MAILBOX.matcher(text);
        return matcher.matches()
                ? Optional.of(new Mailbox(matcher.group("local"), lower(matcher.group("domain"))))
                : Optional.empty();
    }

    /** XACML 3.0 §A.3.14: a full address, a domain, or after a point a domain above. */
    static boolean matches(String pattern, Mailbox mailbox) {
        int at = pattern.lastIndexOf('@');
        if (at >= 0) {
            return mailbox.equals(new Mailbox(pattern.substring(0, at), lower(pattern.substring(at + 1))));
        }
        return pattern.startsWith(".")
                ? mailbox.domain().endsWith(lower(pattern))
                : mailbox.domain().equals(lower(pattern));
    }

    /** RFC 4514, compared without regard for case, spacing and aliases of types. */
    static Optional<Object> x500Name(String text) {
        var relative = new ArrayList<Set<String>>();
        for (var part : text.split("(?<!\\\\)[,;]", -1)) {
            var pairs = new TreeSet<String>();
            for (var pair : part.split("(?<!\\\\)[+]", -1)) {
                int equal = pair.indexOf('=');
                var type = lower(pair.substring(0, Math.max(0, equal)).strip());
                if (!type.matches("[a-z][a-z0-9-]*|(oid[.])?[0-9]+([.][0-9]+)+")) {
                    return Optional.empty();
                }
                var value = lower(pair.substring(equal + 1).strip()).replaceAll(" +", " ");
                pairs.add(ALIASES.getOrDefault(type, type) + "=" + value.replaceAll("\\\\([,;+ ])", "$1"));
            }
            relative.add(pairs);
        }
        return Optional.of(new X500Name(relative));
    }

    static Optional<Object> ipAddress(String text) {
        var four = IP_4.matcher(text);
        var six = IP_6.matcher(text);
        boolean valid = (four.matches() && isAddress(four)) || (six.matches() && isAddress(six));
        return valid ? Optional.of(text) : Optional.empty();
    }

    private static boolean isAddress(Matcher matcher) {
        var mask = matcher.group("mask");
        var ports = matcher.group("ports");
        return isAddress(matcher.group("host"))
                && (mask == null || isAddress(mask))
                && (ports == null || ports.isEmpty() || arePorts(ports));
    }

    /** INVARIANT: only digits, points and colons come here, so no name is looked up. */
    private static boolean isAddress(String literal) {
        try {
            InetAddress.getByName(literal.contains(":") ? "[" + literal + "]" : literal);
            return true;
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    static Optional<Object> dnsName(String text) {
        var matcher = DNS_NAME.matcher(text);
        boolean valid = matcher.matches() && (matcher.group("ports") == null || arePorts(matcher.group("ports")));
        return valid ? Optional.of(text) : Optional.empty();
    }

    private static boolean arePorts(String text) {
        var matcher = PORTS.matcher(text);
        if (!matcher.matches() || text.isEmpty() || text.equals("-")) {
            return false;
        }
        int from = matcher.group("from") == null ? 0 : Integer.parseInt(matcher.group("from"));
        var range = matcher.group("to");
        int to = range == null ? from : range.length() == 1 ? 65_535 : Integer.parseInt(range.substring(1));
        return from <= to && to <= 65_535;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

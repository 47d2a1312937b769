package no.klarert.policy.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * An e-mail address (XACML 3.0 §A.2, RFC 5321 §4.1.2). The local part is written plain or in quotes, the domain as labels or in
 * brackets; characters outside ASCII are taken in both (RFC 6531). The domain ignores the case of ASCII letters, the local part
 * does not.
 */
public record Rfc822NameValue(String local, String domain, String text) implements Value {
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    static Optional<Value> parse(String text) {
        int at = text.lastIndexOf('@');
        var domain = text.substring(at + 1);
        return at > 0 && isLocal(text.substring(0, at)) && isDomain(domain)
                ? Optional.of(new Rfc822NameValue(text.substring(0, at), Ascii.lower(domain), text))
                : Optional.empty();
    }

    private static boolean isLocal(String local) {
        return local.startsWith("\"")
                ? isQuoted(local)
                : Arrays.stream(local.split("\\.", -1)).allMatch(Rfc822NameValue::isAtom);
    }

    private static boolean isAtom(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> Ascii.isLetter(c) || Ascii.isDigit(c) || isForeign(c) || ATOM.indexOf(c) >= 0);
    }

    private static boolean isForeign(int c) {
        return c >= 0xA0;
    }

    /** Printable characters between quotes; a quote or a backslash has a backslash before it. */
    private static boolean isQuoted(String text) {
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || (c == '\\' && ++i == end) || c < ' ' || (c > '~' && !isForeign(c))) {
                return false;
            }
        }
        return end > 0 && text.charAt(end) == '"';
    }

    private static boolean isDomain(String domain) {
        if (domain.startsWith("[")) {
            return domain.length() > 2
                    && domain.indexOf(']') == domain.length() - 1
                    && domain.chars().skip(1).noneMatch(c -> c == '[' || c == '\\' || c <= ' ' || c > '~');
        }
        return Arrays.stream(domain.split("\\.", -1)).allMatch(Rfc822NameValue::isLabel);
    }

    private static boolean isLabel(String label) {
        return DnsNameValue.isLabel(label)
                || (!label.isEmpty() && label.chars().anyMatch(Rfc822NameValue::isForeign) && isAtom(label));
    }

    /**
     * Whether a text names this address, its domain, or after a point a domain above its own (XACML 3.0 §A.3.14).
     */
    public boolean isNamedBy(String pattern) {
        int at = pattern.lastIndexOf('@');
        if (at >= 0) {
            return local.equals(pattern.substring(0, at)) && domain.equals(Ascii.lower(pattern.substring(at + 1)));
        }
        var wanted = Ascii.lower(pattern);
        return pattern.startsWith(".") ? domain.endsWith(wanted) : domain.equals(wanted);
    }

    @Override
    public DataType type() {
        return DataType.RFC822_NAME;
    }

    @Override
    public Comparable<?> key() {
        return local + "@" + domain;
    }
}

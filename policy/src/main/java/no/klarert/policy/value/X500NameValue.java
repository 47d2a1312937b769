package no.klarert.policy.value;

import java.util.List;
import java.util.Optional;

/**
 * A distinguished name (XACML 3.0 §A.2, RFC 4514). Names are compared by relative distinguished name: order of attributes in
 * one, spacing and letter case make no difference, and neither does an attribute type's short name, long name or number. A name
 * without any part is refused: it would be the end of every other. Values in hexadecimal digits are compared as such.
 *
 * @param parts the relative distinguished names in a single form, in the order of the text
 */
public record X500NameValue(List<String> parts, String text) implements Value {
    public X500NameValue {
        parts = List.copyOf(parts);
    }

    static Optional<Value> parse(String text) {
        var parts = new X500NameParser(text).parts();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new X500NameValue(parts, text));
    }

    /** Whether the other name is this one or stands below it (XACML 3.0 §A.3.14). */
    public boolean isEndOf(X500NameValue other) {
        int more = other.parts.size() - parts.size();
        return more >= 0 && other.parts.subList(more, other.parts.size()).equals(parts);
    }

    @Override
    public DataType type() {
        return DataType.X500_NAME;
    }

    @Override
    public Comparable<?> key() {
        return String.join(",", parts);
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof X500NameValue that && parts.equals(that.parts);
    }
}

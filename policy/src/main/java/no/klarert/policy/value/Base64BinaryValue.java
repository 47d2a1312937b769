package no.klarert.policy.value;

import java.util.Base64;
import java.util.Optional;

/**
 * Octets in base64 (XML Schema part 2 §3.2.16): with padding, and nothing but zeros in the bits that no octet needs.
 *
 * @param text without white space, so that equal octets have equal texts
 */
public record Base64BinaryValue(String text) implements Value {
    static Optional<Value> parse(String text) {
        var dense = text.replace(" ", "");
        try {
            boolean isExact = Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(dense))
                    .equals(dense);
            return isExact ? Optional.of(new Base64BinaryValue(dense)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public DataType type() {
        return DataType.BASE64_BINARY;
    }

    @Override
    public Comparable<?> key() {
        return text;
    }
}

package no.klarert.policy.value;

import java.util.Locale;
import java.util.Optional;

/**
 * Octets, each written as two hexadecimal digits (XML Schema part 2 §3.2.15).
 *
 * @param text with capital letters, so that equal octets have equal texts
 */
public record HexBinaryValue(String text) implements Value {
    static Optional<Value> parse(String text) {
        boolean valid = text.length() % 2 == 0 && text.chars().allMatch(Ascii::isHexDigit);
        return valid ? Optional.of(new HexBinaryValue(text.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    @Override
    public DataType type() {
        return DataType.HEX_BINARY;
    }

    @Override
    public Comparable<?> key() {
        return text;
    }
}

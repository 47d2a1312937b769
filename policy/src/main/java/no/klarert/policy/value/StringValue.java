package no.klarert.policy.value;

/** Text, compared by code point and never normalised. */
public record StringValue(String text) implements Value {
    @Override
    public DataType type() {
        return DataType.STRING;
    }

    @Override
    public Comparable<?> key() {
        return text;
    }
}

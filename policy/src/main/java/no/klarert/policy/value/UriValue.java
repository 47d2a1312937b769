package no.klarert.policy.value;

/** A URI, compared as text: {@code http://a} is not {@code http://a/}. */
public record UriValue(String text) implements Value {
    @Override
    public DataType type() {
        return DataType.ANY_URI;
    }

    @Override
    public Comparable<?> key() {
        return text;
    }
}

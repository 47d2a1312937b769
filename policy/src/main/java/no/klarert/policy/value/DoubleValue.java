package no.klarert.policy.value;

/** A floating point number. {@code NaN} equals nothing; zero and minus zero are equal. */
public record DoubleValue(double number, String text) implements Value {
    @Override
    public DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DoubleValue that && number == that.number;
    }
}

package no.klarert.policy.value;

/**
 * A floating point number. Zero and minus zero are equal, and {@code NaN} equals itself, as the OASIS conformance case IIC350
 * has it and IEEE 754 has not; it is neither less nor greater than anything.
 */
public record DoubleValue(double number, String text) implements Value {
    @Override
    public DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DoubleValue that
                && (number == that.number || (Double.isNaN(number) && Double.isNaN(that.number)));
    }
}

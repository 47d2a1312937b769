package no.klarert.policy.value;

import java.math.BigInteger;

/** An integer without bounds. */
public record IntegerValue(BigInteger number) implements Value {
    public static IntegerValue of(long number) {
        return new IntegerValue(BigInteger.valueOf(number));
    }

    @Override
    public DataType type() {
        return DataType.INTEGER;
    }

    @Override
    public String text() {
        return number.toString();
    }
}

package no.klarert.policy.value;

import java.util.Optional;

/** A length of time in years and months (XPath data model §3.3.2). Each number has at most 12 digits. */
public record YearMonthDurationValue(long months, String text) implements Value {
    private static final int MAX_DIGITS = 12;

    static Optional<Value> parse(String text) {
        var source = new Scanner(text);
        boolean negative = source.takes('-');
        source.expect('P');
        long months = number(source);
        if (source.takes('Y')) {
            months *= 12;
            months += source.digits() > 0 ? months(source) : 0;
        } else {
            source.expect('M');
        }
        return source.isDone()
                ? Optional.of(new YearMonthDurationValue(negative ? -months : months, text))
                : Optional.empty();
    }

    private static long months(Scanner source) {
        long months = number(source);
        source.expect('M');
        return months;
    }

    private static long number(Scanner source) {
        int digits = source.digits();
        return source.number(digits > MAX_DIGITS ? 0 : digits);
    }

    @Override
    public DataType type() {
        return DataType.YEAR_MONTH_DURATION;
    }

    /** Months below twelve, nothing that is zero: {@code P1Y2M}, or {@code P0M}. */
    @Override
    public String canonicalText() {
        long size = Math.abs(months);
        var years = size < 12 ? "" : size / 12 + "Y";
        var rest = size % 12 == 0 && size > 0 ? "" : size % 12 + "M";
        return (months < 0 ? "-P" : "P") + years + rest;
    }

    @Override
    public Comparable<?> key() {
        return months;
    }
}

package no.klarert.policy.value;

import java.util.Optional;

/** Ports from one to another, both included (XACML 3.0 §A.2): {@code n}, {@code n-}, {@code -n} or {@code n-m}. */
record PortRange(int from, int to) {
    private static final int LAST = 65_535;

    /** Every port, which is also meant where none is named. */
    static final PortRange ALL = new PortRange(0, LAST);

    /** Reads a range; empty if it is none, or one without any port. */
    static Optional<PortRange> parse(String text) {
        var source = new Scanner(text);
        int from = source.isNext('-') ? 0 : port(source);
        boolean isRange = source.takes('-');
        int to = !isRange ? from : source.digits() > 0 ? port(source) : LAST;
        return source.isDone() && !text.equals("-") && from <= to
                ? Optional.of(new PortRange(from, to))
                : Optional.empty();
    }

    private static int port(Scanner source) {
        int digits = source.digits();
        int port = (int) source.number(digits > 5 ? 0 : digits);
        if (port > LAST) {
            source.fail();
        }
        return port;
    }

    /** The same for equal ranges. */
    String key() {
        return from + "-" + to;
    }
}

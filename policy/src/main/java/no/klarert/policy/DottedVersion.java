package no.klarert.policy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version of a policy: numbers with dots between them (XACML 3.0 §5.13). Patterns (§5.12) may have {@code *} for one number
 * and end in {@code +} for one or more. A version that goes on where another ends is the later one.
 *
 * @param numbers digits without leading zeros; at least one
 */
record DottedVersion(List<String> numbers) implements Comparable<DottedVersion> {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    DottedVersion {
        numbers = List.copyOf(numbers);
    }

    /** Takes any text. One that is neither a version nor a pattern is reported by the check and matches nothing useful. */
    static DottedVersion of(String text) {
        return new DottedVersion(Stream.of(text.strip().split("[.]", -1))
                .map(number -> LEADING_ZEROS.matcher(number).replaceFirst(""))
                .toList());
    }

    boolean matches(String pattern) {
        var wanted = of(pattern);
        boolean open = wanted.isOpen();
        return compare(wanted) == 0 && (open ? numbers.size() >= wanted.numbers.size() : sameLength(wanted));
    }

    private boolean sameLength(DottedVersion other) {
        return numbers.size() == other.numbers.size();
    }

    private boolean isOpen() {
        return numbers.get(numbers.size() - 1).equals("+");
    }

    boolean isNoEarlierThan(String pattern) {
        return compareTo(of(pattern)) >= 0;
    }

    boolean isNoLaterThan(String pattern) {
        return compareTo(of(pattern)) <= 0;
    }

    /** Wildcards compare as equal to anything. */
    @Override
    public int compareTo(DottedVersion other) {
        int order = compare(other);
        return order == 0 && !isOpen() && !other.isOpen()
                ? Integer.compare(numbers.size(), other.numbers.size())
                : order;
    }

    private int compare(DottedVersion other) {
        int shared = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(numbers.get(i), other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(String one, String other) {
        if (isWildcard(one) || isWildcard(other)) {
            return 0;
        }
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private static boolean isWildcard(String number) {
        return number.equals("*") || number.equals("+");
    }
}

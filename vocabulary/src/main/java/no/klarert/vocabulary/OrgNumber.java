package no.klarert.vocabulary;

/** Norwegian organisation number (organisasjonsnummer): nine digits, the last a mod-11 check digit. */
public record OrgNumber(String value) implements Comparable<OrgNumber> {
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final String ISO_6523_PREFIX = "0192:";

    public OrgNumber {
        if (!isWellFormed(value)) {
            throw InvalidValueException.of("organisation number", value, "nine digits, the last a mod-11 check digit");
        }
    }

    /**
     * Reads the ISO 6523 form {@code 0192:310000019}. A sub-unit suffix ({@code 0192:310000019:ER//…}) is tolerated; the
     * number is always the second element. Any other register than 0192 (Enhetsregisteret) is refused.
     */
    public static OrgNumber fromIso6523(String id) {
        var elements = id.split(":", -1);
        if (elements.length < 2 || elements.length > 4 || !elements[0].equals("0192")) {
            throw InvalidValueException.of("organisation identifier", id, "`0192:` and an organisation number");
        }
        return new OrgNumber(elements[1]);
    }

    public static boolean isWellFormed(String text) {
        if (text.length() != WEIGHTS.length + 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += i < WEIGHTS.length ? digit * WEIGHTS[i] : digit;
        }
        return sum % 11 == 0;
    }

    /** The ISO 6523 form used in tokens: {@code 0192:} and the number. */
    public String toIso6523() {
        return ISO_6523_PREFIX + value;
    }

    @Override
    public int compareTo(OrgNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

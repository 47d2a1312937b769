package no.klarert.vocabulary;

/**
 * National identity number (fødselsnummer or D-number): eleven digits with two mod-11 check digits. Synthetic numbers, with
 * 40, 65 or 80 added to the month, are accepted. {@link #toString()} masks it; the digits are read with {@link #reveal()}.
 */
public final class PersonIdentifier {
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    private final String digits;

    public PersonIdentifier(String digits) {
        if (!isWellFormed(digits)) {
            throw InvalidValueException.secret("national identity number", "eleven digits, the last two check digits");
        }
        this.digits = digits;
    }

    public static boolean isWellFormed(String text) {
        return text.length() == 11
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && checks(text, FIRST)
                && checks(text, SECOND)
                && hasPlausibleDate(text);
    }

    private static boolean checks(String text, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (text.charAt(i) - '0') * weights[i];
        }
        return sum % 11 == 0;
    }

    private static boolean hasPlausibleDate(String text) {
        int day = Integer.parseInt(text.substring(0, 2)) % 40;
        int month = Integer.parseInt(text.substring(2, 4));
        int plainMonth = month > 80 ? month - 80 : month > 65 ? month - 65 : month > 40 ? month - 40 : month;
        return day >= 1 && day <= 31 && plainMonth >= 1 && plainMonth <= 12;
    }

    /** The eleven digits. Never for logs or pages. */
    public String reveal() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonIdentifier that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "***********";
    }
}

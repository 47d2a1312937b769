package no.klarert.policy.value;

/** The form in which values of distinguished names are compared: X.520's caseIgnoreMatch, as far as RFC 5280 §7.1 needs it. */
final class X500Text {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private X500Text() {}

    /** In lower case, without space at the ends and with single space inside. What separates parts gets a backslash. */
    static String folded(String value) {
        var folded = new StringBuilder(value.length());
        boolean space = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ') {
                space = folded.length() > 0;
                continue;
            }
            if (space) {
                folded.append(' ');
                space = false;
            }
            if (c == ',' || c == '+' || c == '\\' || c == '#') {
                folded.append('\\');
            }
            folded.append(lower(c));
        }
        return folded.toString();
    }

    /** No letter outside ASCII becomes one inside it, as the Kelvin sign would become a k. */
    private static char lower(char c) {
        char lower = Character.toLowerCase(c);
        return c >= FIRST_BEYOND_ASCII && lower < FIRST_BEYOND_ASCII ? c : lower;
    }
}

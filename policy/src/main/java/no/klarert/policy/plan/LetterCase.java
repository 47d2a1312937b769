package no.klarert.policy.plan;

/**
 * Comparison of text without regard to case: character by character in upper case, independent of language. No letter outside
 * ASCII is taken for one inside it, as {@link String#equalsIgnoreCase} takes the dotless i for i.
 */
final class LetterCase {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private LetterCase() {}

    static boolean isEqualIgnoringCase(String left, String right) {
        if (left.length() != right.length()) {
            return false;
        }
        for (int i = 0; i < left.length(); i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b && folded(a) != folded(b)) {
                return false;
            }
        }
        return true;
    }

    /** A text that is equal for all texts that are equal without regard to case. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(folded(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char folded(char character) {
        char upper = Character.toUpperCase(character);
        return character >= FIRST_BEYOND_ASCII && upper < FIRST_BEYOND_ASCII ? character : upper;
    }
}

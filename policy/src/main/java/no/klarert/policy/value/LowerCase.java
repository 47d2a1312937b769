package no.klarert.policy.value;

import java.util.Locale;

/**
 * Text in lower case, whatever the language, in time linear in its length. {@link String#toLowerCase} gives the same for words, but
 * takes time that grows with the square of how many sigmas or dotted capital I there are: many seconds for a text of 64 KiB.
 */
public final class LowerCase {
    private static final char SIGMA = '\u03A3';
    private static final char SMALL_SIGMA = '\u03C3';
    private static final char FINAL_SIGMA = '\u03C2';
    private static final char DOTTED_I = '\u0130';
    private static final String SMALL_DOTTED_I = "i\u0307";
    private static final String WITHIN_WORDS = "'.:\u00B7\u2019";
    private static final int NONE = -1;

    private final StringBuilder lowered;
    private boolean isBehindLetter;
    /** Where the sigma stands that is the final one unless a letter follows. */
    private int open = NONE;

    private LowerCase(int length) {
        this.lowered = new StringBuilder(length);
    }

    public static String of(String text) {
        if (text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        var lowerCase = new LowerCase(text.length());
        text.codePoints().forEach(lowerCase::add);
        lowerCase.close();
        return lowerCase.lowered.toString();
    }

    private void add(int character) {
        if (!isWithinWords(character)) {
            boolean isLetter = isCased(character);
            if (!isLetter) {
                close();
            }
            open = character == SIGMA && isBehindLetter ? lowered.length() : NONE;
            isBehindLetter = isLetter;
        }
        switch (character) {
            case SIGMA -> lowered.append(SMALL_SIGMA);
            case DOTTED_I -> lowered.append(SMALL_DOTTED_I);
            default -> lowered.appendCodePoint(Character.toLowerCase(character));
        }
    }

    /** No letter follows. */
    private void close() {
        if (open != NONE) {
            lowered.setCharAt(open, FINAL_SIGMA);
            open = NONE;
        }
    }

    private static boolean isCased(int character) {
        return Character.isUpperCase(character) || Character.isLowerCase(character) || Character.isTitleCase(character);
    }

    /** What neither begins nor ends a word: marks, and what may stand between letters. */
    private static boolean isWithinWords(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> WITHIN_WORDS.indexOf(character) >= 0;
        };
    }
}

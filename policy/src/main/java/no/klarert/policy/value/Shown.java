package no.klarert.policy.value;

import java.util.regex.Pattern;

/** Text from outside, made safe to stand in a message: on one line, not too long, without half characters. */
public final class Shown {
    private static final int WORD = 120;
    private static final int SENTENCE = 300;
    /** Controls, invisible characters, line ends, and halves of surrogate pairs, cut by us or lone in the text. */
    private static final String HIDDEN = "\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029";

    private static final Pattern NOT_IN_WORD = Pattern.compile("[" + HIDDEN + "`]");
    private static final Pattern NOT_IN_SENTENCE = Pattern.compile("[" + HIDDEN + "]");

    private Shown() {}

    /** A word of the source, in backticks; at most its first 120 characters. */
    public static String quoted(String word) {
        return "`" + shown(word, WORD, NOT_IN_WORD) + "`";
    }

    /** A sentence that may hold words of the source; at most its first 300 characters. */
    public static String sentence(String sentence) {
        return shown(sentence, SENTENCE, NOT_IN_SENTENCE);
    }

    private static String shown(String text, int longest, Pattern hidden) {
        var cut = text.length() > longest ? text.substring(0, longest) : text;
        return hidden.matcher(cut).replaceAll("?") + (cut.length() < text.length() ? "…" : "");
    }
}

package no.klarert.server.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Words of a user's files as they may stand in a line of output. */
final class Words {
    private static final String NOT_SHOWN = "[\\p{Cntrl}\\p{Cf}\\p{Cs}\u2028\u2029]";
    private static final int LONGEST = 120;

    private Words() {}

    /** On one line and without what could steer a terminal. */
    static String shown(String text) {
        return text.replaceAll(NOT_SHOWN, "?");
    }

    /** In backticks, not too long. */
    static String quoted(String word) {
        return "`" + shown(cut(word)).replace('`', '?') + (word.length() > LONGEST ? "…`" : "`");
    }

    /** {@code ; did you mean `x`?} with the known word that is written most alike; empty if none is known. */
    static String nearest(String word, Collection<String> known) {
        return closest(word, known)
                .map(found -> "; did you mean " + quoted(found) + "?")
                .orElse("");
    }

    /** As {@link #nearest}, but only if it may be a slip of the pen: one letter in six, or two, are other ones. */
    static String slip(String word, Collection<String> known) {
        return closest(word, known)
                .filter(found -> distance(cut(word), found) <= Math.max(2, word.length() / 6))
                .map(found -> "; did you mean " + quoted(found) + "?")
                .orElse("");
    }

    private static Optional<String> closest(String word, Collection<String> known) {
        var compared = cut(word);
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(compared, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Comparing costs the product of the lengths, and a word of a hostile file may be long. */
    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}

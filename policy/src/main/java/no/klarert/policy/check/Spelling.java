package no.klarert.policy.check;

import java.util.Optional;
import java.util.SortedSet;

/** Finds the known identifier that another was probably meant to be: one that differs in a letter or two, or in case alone. */
final class Spelling {
    private static final int MOST = 2;
    /** Shorter last words are too easily another word. */
    private static final int SHORTEST = 4;

    private final SortedSet<String> known;

    Spelling(SortedSet<String> known) {
        this.known = known;
    }

    /** What an identifier was probably meant to be; empty if it is known, or like none that is. */
    Optional<String> suggestion(String word) {
        return known.contains(word)
                ? Optional.empty()
                : known.stream().filter(candidate -> isLike(word, candidate)).findFirst();
    }

    /** {@code ; did you mean `x`?} to end a message with; empty without a suggestion. */
    String question(String word) {
        return suggestion(word).map(meant -> "; did you mean `" + meant + "`?").orElse("");
    }

    private static boolean isLike(String word, String candidate) {
        if (Math.abs(word.length() - candidate.length()) > MOST) {
            return false;
        }
        int length = candidate.length() - 1 - candidate.lastIndexOf(':');
        return word.equalsIgnoreCase(candidate)
                || (length >= SHORTEST && !isNumbered(word, candidate) && isWithin(MOST, word, 0, candidate, 0));
    }

    /** Someone who writes {@code subject-id2} means it. */
    private static boolean isNumbered(String word, String candidate) {
        return word.startsWith(candidate)
                && word.substring(candidate.length()).chars().allMatch(Character::isDigit);
    }

    /** Whether so many letters, or fewer, put in, left out or changed turn the rest of one word into the rest of another. */
    private static boolean isWithin(int edits, String one, int from, String other, int otherFrom) {
        int i = from;
        int j = otherFrom;
        while (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
            i++;
            j++;
        }
        if (i == one.length() || j == other.length()) {
            return one.length() - i + other.length() - j <= edits;
        }
        return edits > 0
                && (isWithin(edits - 1, one, i + 1, other, j + 1)
                        || isWithin(edits - 1, one, i + 1, other, j)
                        || isWithin(edits - 1, one, i, other, j + 1));
    }
}

package no.klarert.policy.check;

import java.util.Collection;
import java.util.Optional;

/** Finds the known identifier that another was probably meant to be: one that differs in a letter or two, or in case alone. */
final class Spelling {
    private static final int MOST = 2;
    /** Shorter last words are too easily another word. */
    private static final int SHORTEST = 4;

    private final Collection<String> known;

    Spelling(Collection<String> known) {
        this.known = known;
    }

    /** What an identifier was probably meant to be; empty if it is known, or like none that is. */
    Optional<String> suggestion(String word) {
        return known.contains(word)
                ? Optional.empty()
                : known.stream().filter(candidate -> isLike(word, candidate)).findFirst();
    }

    private static boolean isLike(String word, String candidate) {
        if (Math.abs(word.length() - candidate.length()) > MOST) {
            return false;
        }
        int length = candidate.length() - 1 - candidate.lastIndexOf(':');
        return word.equalsIgnoreCase(candidate)
                || (length >= SHORTEST && !isNumbered(word, candidate) && distance(word, candidate) <= MOST);
    }

    /** Someone who writes {@code subject-id2} means it. */
    private static boolean isNumbered(String word, String candidate) {
        return word.startsWith(candidate)
                && word.substring(candidate.length()).chars().allMatch(Character::isDigit);
    }

    /** How many letters must be inserted, left out or changed to turn one word into the other. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

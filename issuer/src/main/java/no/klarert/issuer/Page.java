package no.klarert.issuer;

import no.klarert.vocabulary.InvalidValueException;

/**
 * Which part of a list is wanted. The public interfaces do not page (Maskinporten §13), so that {@link #ALL} is what a caller
 * gets who asks for nothing in particular.
 *
 * @param number from 0
 * @param size from 1
 */
public record Page(int number, int size) {
    /** The whole list. */
    public static final Page ALL = new Page(0, Integer.MAX_VALUE);

    public Page {
        if (number < 0 || size < 1) {
            throw InvalidValueException.of("page", number + "/" + size, "a number from 0 and a size from 1");
        }
    }

    /** How many elements come before the page. */
    public long offset() {
        return (long) number * size;
    }

    /** How many elements to read: one more than the page holds, which tells whether others follow. */
    public long reach() {
        return size + 1L;
    }
}

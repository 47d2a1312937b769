package no.klarert.policy.regex;

import java.util.List;
import java.util.function.IntPredicate;

/** A parsed regular expression. */
sealed interface Regex {
    /** One character out of a set. */
    record OneOf(CharacterClass characters) implements Regex {
        static OneOf of(IntPredicate characters) {
            return new OneOf(CharacterClass.of(characters));
        }
    }

    /** The beginning of the text. */
    record Start() implements Regex {}

    /** The end of the text. */
    record End() implements Regex {}

    record Sequence(List<Regex> parts) implements Regex {}

    record Alternatives(List<Regex> branches) implements Regex {}

    /** A part over and over; {@code most} is {@link #UNBOUNDED} when there is no upper bound. */
    record Repeat(Regex part, int least, int most) implements Regex {}

    int UNBOUNDED = Integer.MAX_VALUE;
}

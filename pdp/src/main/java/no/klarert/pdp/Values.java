package no.klarert.pdp;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.klarert.vocabulary.InvalidValueException;

/** Reading the one value an identifying attribute may have. */
final class Values {
    private Values() {}

    /** The only value; several different ones leave open who or what is meant. */
    static Optional<String> single(Part.Group group, String attributeId) {
        Set<String> values = group.values(attributeId);
        if (values.size() > 1) {
            throw Undecidable.badArgument("`" + attributeId + "` has several values");
        }
        return values.stream().findFirst();
    }

    /** The value that text stands for; empty if it is not of that form. */
    static <T> Optional<T> parse(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}

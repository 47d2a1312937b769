package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** The values of one attribute and data type in a request: as they came in, and as what they mean. */
final class Texts {
    static final Texts NONE = new Texts(List.of(), Optional.empty());

    private final String[] texts;
    private final Optional<DataType> type;
    /** Computed when first asked for. Threads that race compute equal, immutable results. */
    private @Nullable Result bag;

    Texts(List<String> texts, Optional<DataType> type) {
        this.texts = texts.toArray(String[]::new);
        this.type = type;
    }

    int size() {
        return texts.length;
    }

    /** The text at a place below {@link #size}, in the order of the request. */
    String text(int place) {
        return texts[place];
    }

    /** A {@link Bag}, or a {@link Failure} if a value is malformed or the type is not known. */
    Result bag() {
        var known = bag;
        if (known == null) {
            known = read();
            bag = known;
        }
        return known;
    }

    private Result read() {
        var parsed = new ArrayList<Value>(texts.length);
        for (var text : texts) {
            var value = type.flatMap(known -> known.parse(text));
            if (value.isEmpty()) {
                return Failure.syntax("a value is malformed");
            }
            parsed.add(value.get());
        }
        return parsed.isEmpty() ? Bag.EMPTY : new Bag(parsed);
    }
}

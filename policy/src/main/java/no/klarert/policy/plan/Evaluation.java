package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** One evaluation of one plan: the request, and what has been looked up and computed so far. Never shared. */
final class Evaluation {
    /** For nodes that look at nothing. */
    static final Evaluation WITHOUT_REQUEST = new Evaluation(RequestIndex.of(List.of()), 0, 0);

    private final RequestIndex request;
    private final @Nullable Texts[] texts;
    private final @Nullable Result[] bags;
    private final @Nullable Result[] variables;

    Evaluation(RequestIndex request, int slots, int variables) {
        this.request = request;
        this.texts = new @Nullable Texts[slots];
        this.bags = new @Nullable Result[slots];
        this.variables = new @Nullable Result[variables];
    }

    Texts texts(Slot slot) {
        var known = texts[slot.index()];
        if (known == null) {
            known = request.texts(slot.key());
            texts[slot.index()] = known;
        }
        return known;
    }

    /** The values of a slot as a {@link Bag}, or a {@link Failure} if one of them is not of the type. */
    Result bag(Slot slot, DataType type) {
        var known = bags[slot.index()];
        if (known == null) {
            known = read(texts(slot), type);
            bags[slot.index()] = known;
        }
        return known;
    }

    private static Result read(Texts texts, DataType type) {
        var values = new ArrayList<Value>(texts.values().size());
        for (var text : texts.values()) {
            var value = type.parse(text);
            if (value.isEmpty()) {
                return Failure.syntax("a value is not a valid " + type.shortName());
            }
            values.add(value.get());
        }
        return values.isEmpty() ? Bag.EMPTY : new Bag(values);
    }

    Result variable(int index, Node body) {
        var known = variables[index];
        if (known == null) {
            known = body.evaluate(this);
            variables[index] = known;
        }
        return known;
    }
}

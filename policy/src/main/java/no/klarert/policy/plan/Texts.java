package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    /** Likewise: the texts in lower case, and as URIs. */
    private @Nullable Formed lowered;

    private @Nullable Formed uris;

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

    /** The texts by which values are compared, in the order of the request. The array is shared and must not be changed. */
    String[] in(TextForm form) {
        return switch (form) {
            case EXACT -> texts;
            case LOWERED -> lowered();
            case URI -> uris();
        };
    }

    private String[] lowered() {
        var known = lowered;
        if (known == null) {
            known = new Formed(texts, TextForm.LOWERED);
            lowered = known;
        }
        return known.texts;
    }

    private String[] uris() {
        var known = uris;
        if (known == null) {
            known = new Formed(texts, TextForm.URI);
            uris = known;
        }
        return known.texts;
    }

    /** Texts in another form. A class with a final field, so that other threads see the array filled. */
    private static final class Formed {
        private final String[] texts;

        Formed(String[] texts, TextForm form) {
            this.texts = Stream.of(texts).map(form::text).toArray(String[]::new);
        }
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

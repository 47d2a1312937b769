package no.klarert.policy.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.value.Shown;

/** Which of up to 64 children a column admits, a bit for each. */
final class ColumnMasks {
    private final KeyMasks[] keys;
    /** Those that demand nothing of the attributes. */
    private final long always;

    ColumnMasks(Column column) {
        this.keys = column.keys().stream().map(key -> new KeyMasks(key, column)).toArray(KeyMasks[]::new);
        this.always = bits(column.clauses().stream().map(Optional::isEmpty).toList());
    }

    private static long bits(List<Boolean> places) {
        long bits = 0;
        for (int place = 0; place < places.size(); place++) {
            bits |= places.get(place) ? 1L << place : 0;
        }
        return bits;
    }

    long admitted(Evaluation evaluation) {
        long admitted = always;
        for (var key : keys) {
            admitted |= key.admitted(evaluation);
        }
        return admitted;
    }

    /** Whether having the text is all that any child demands here. */
    boolean admitsAll(TextKey key, String text, long everyone) {
        return keys.length == 1
                && keys[0].key.equals(key)
                && (always | keys[0].underText.getOrDefault(text, 0L)) == everyone;
    }

    Stream<String> names() {
        return Stream.of(keys).map(each -> Shown.quoted(each.key.slot().name().id()));
    }

    /** Which children one attribute admits. */
    private static final class KeyMasks {
        private final TextKey key;
        private final Map<String, Long> underText = new HashMap<>();
        private final long whenAbsent;

        KeyMasks(TextKey key, Column column) {
            this.key = key;
            long absent = 0;
            for (int place = 0; place < column.clauses().size(); place++) {
                var guard = column.guard(place, key);
                if (guard != null) {
                    long bit = 1L << place;
                    absent |= guard.absentFails() ? 0 : bit;
                    guard.texts().forEach(text -> underText.merge(text, bit, (one, other) -> one | other));
                }
            }
            this.whenAbsent = absent;
        }

        long admitted(Evaluation evaluation) {
            var texts = evaluation.texts(key.slot());
            if (texts.size() == 0) {
                return whenAbsent;
            }
            long admitted = 0;
            for (var text : texts.in(key.form())) {
                var found = underText.get(text);
                admitted |= found == null ? 0 : found;
            }
            return admitted;
        }
    }
}

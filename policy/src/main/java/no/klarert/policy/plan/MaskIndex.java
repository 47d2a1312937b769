package no.klarert.policy.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Up to 64 children by the texts that some attributes must have for them to be applicable: a child is looked at if every one of
 * the attributes admits it.
 */
final class MaskIndex implements Selection {
    static final int MOST_CHILDREN = Long.SIZE;

    private static final Child[] NOBODY = {};

    private final Child[] all;
    /** What is asked instead: rules without their targets where the masks have tested all there is to them. */
    private final Child[] asked;

    private final Child[][] alone;
    private final Masks[] masks;

    MaskIndex(List<TextKey> keys, List<GuardedChild> children, List<Guards> guards) {
        this.all = children.stream().map(GuardedChild::child).toArray(Child[]::new);
        this.asked = children.stream().map(child -> child.tested(keys)).toArray(Child[]::new);
        this.alone = Stream.of(asked).map(child -> new Child[] {child}).toArray(Child[][]::new);
        this.masks = keys.stream().map(key -> new Masks(key, guards)).toArray(Masks[]::new);
    }

    private MaskIndex(MaskIndex whole, List<Masks> masks) {
        this.all = whole.all;
        this.asked = whole.asked;
        this.alone = whole.alone;
        this.masks = masks.toArray(Masks[]::new);
    }

    @Override
    public Selection knowing(TextKey key, String text) {
        var open = Stream.of(masks)
                .filter(each -> !each.admitsAll(key, text, everyone()))
                .toList();
        return open.size() == masks.length ? this : new MaskIndex(this, open);
    }

    private long everyone() {
        return -1L >>> (Long.SIZE - all.length);
    }

    @Override
    public Child[] children(Evaluation evaluation) {
        long places = places(evaluation);
        if ((places & (places - 1)) == 0) {
            return places == 0 ? NOBODY : alone[Long.numberOfTrailingZeros(places)];
        }
        return at(places, asked);
    }

    @Override
    public Child[] shown(Evaluation evaluation) {
        return at(places(evaluation), all);
    }

    private long places(Evaluation evaluation) {
        long left = everyone();
        for (var each : masks) {
            left &= each.of(evaluation);
            if (left == 0) {
                break;
            }
        }
        return left;
    }

    private static Child[] at(long places, Child[] from) {
        var children = new Child[Long.bitCount(places)];
        long left = places;
        for (int i = 0; i < children.length; i++) {
            children[i] = from[Long.numberOfTrailingZeros(left)];
            left &= left - 1;
        }
        return children;
    }

    @Override
    public Child[] all() {
        return all;
    }

    @Override
    public String demand() {
        var names = List.of(masks).stream()
                .map(each -> Explaining.quoted(each.key.slot().name().id()))
                .distinct()
                .toList();
        return "each demands another value of " + String.join(" or ", names);
    }

    /** The children that one attribute admits, a bit for each. */
    private static final class Masks {
        private final TextKey key;
        private final Map<String, Long> underText = new HashMap<>();
        /** Those that demand nothing of the attribute. */
        private final long always;

        private final long whenAbsent;

        Masks(TextKey key, List<Guards> guards) {
            this.key = key;
            long indifferent = 0;
            long absent = 0;
            for (int place = 0; place < guards.size(); place++) {
                long bit = 1L << place;
                var guard = guards.get(place).byKey().get(key);
                indifferent |= guard == null ? bit : 0;
                absent |= guard == null || !guard.absentFails() ? bit : 0;
                if (guard != null) {
                    guard.texts().forEach(text -> underText.merge(text, bit, (one, other) -> one | other));
                }
            }
            this.always = indifferent;
            this.whenAbsent = absent;
        }

        /** Whether having the text is all that any child demands of the attribute. */
        boolean admitsAll(TextKey known, String text, long everyone) {
            return key.equals(known) && (always | underText.getOrDefault(text, 0L)) == everyone;
        }

        long of(Evaluation evaluation) {
            var texts = evaluation.texts(key.slot());
            if (texts.size() == 0) {
                return whenAbsent;
            }
            long admitted = always;
            for (int i = 0; i < texts.size(); i++) {
                var found = underText.get(key.form().text(texts.text(i)));
                admitted |= found == null ? 0 : found;
            }
            return admitted;
        }
    }
}

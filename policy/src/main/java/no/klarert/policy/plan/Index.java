package no.klarert.policy.plan;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Children by the texts that one attribute must have for them to be applicable. Those that demand nothing of it are always
 * looked at.
 */
final class Index implements Selection {
    /** How many places, per child, may be kept ready in memory under the texts. */
    private static final int MOST_READY = 16;

    private final TextKey key;
    private final Child[] all;
    private final BitSet always = new BitSet();
    private final Map<String, BitSet> places = new HashMap<>();
    /** What stands under each text and what is always looked at, together; empty if that would take too much memory. */
    private final Map<String, Child[]> ready = new HashMap<>();

    private final Child[] whenNoneMatches;
    private final Child[] whenAbsent;

    Index(TextKey key, Child[] all, List<Guards> guards) {
        this.key = key;
        this.all = all;
        var absent = new BitSet();
        for (int place = 0; place < all.length; place++) {
            var guard = guards.get(place).byKey().get(key);
            if (guard == null) {
                always.set(place);
            } else {
                put(guard, place);
            }
            absent.set(place, guard == null || !guard.absentFails());
        }
        this.whenNoneMatches = at(always);
        this.whenAbsent = at(absent);
        if ((long) places.size() * whenNoneMatches.length <= (long) MOST_READY * all.length) {
            places.forEach((text, found) -> {
                var wanted = (BitSet) always.clone();
                wanted.or(found);
                ready.put(text, at(wanted));
            });
        }
    }

    private void put(Guard guard, int place) {
        for (var text : guard.texts()) {
            places.computeIfAbsent(text, fresh -> new BitSet()).set(place);
        }
    }

    @Override
    public Child[] all() {
        return all;
    }

    @Override
    public String demand() {
        return "each demands another value of "
                + Explaining.quoted(key.slot().name().id());
    }

    @Override
    public Child[] children(Evaluation evaluation) {
        var texts = evaluation.texts(key.slot());
        return switch (texts.size()) {
            case 0 -> whenAbsent;
            case 1 -> under(texts);
            default -> union(texts);
        };
    }

    private Child[] under(Texts single) {
        var known = ready.get(key.form().text(single.text(0)));
        if (known != null) {
            return known;
        }
        return ready.isEmpty() ? union(single) : whenNoneMatches;
    }

    private Child[] union(Texts texts) {
        var wanted = new BitSet(all.length);
        wanted.or(always);
        for (int i = 0; i < texts.size(); i++) {
            var found = places.get(key.form().text(texts.text(i)));
            if (found != null) {
                wanted.or(found);
            }
        }
        return at(wanted);
    }

    private Child[] at(BitSet wanted) {
        var children = new Child[wanted.cardinality()];
        int place = -1;
        for (int i = 0; i < children.length; i++) {
            place = wanted.nextSetBit(place + 1);
            children[i] = all[place];
        }
        return children;
    }
}

package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Any number of children by the texts that one attribute must have for them to be applicable. Those that demand nothing of it are
 * always looked at.
 */
final class Index implements Selection {
    /** How many places, per child, may be kept ready in memory under the texts. */
    private static final int MOST_READY = 16;

    private final TextKey key;
    private final Child[] all;
    /** What is asked instead: policies without their targets where the index has tested all there is to them. */
    private final Child[] asked;

    private final int[] always;
    private final Map<String, int[]> places;
    /** What stands under each text and what is always looked at, together; empty if that would take too much memory. */
    private final Map<String, Child[]> ready = new HashMap<>();

    private final Child[] whenNoneMatches;
    private final Child[] whenAbsent;
    private final Child[] shownWhenAbsent;

    /**
     * An index.
     *
     * @param column of one attribute
     * @param preparation what the children may be made quicker by under each text
     */
    Index(Column column, List<GuardedChild> children, Preparation preparation) {
        this.key = column.keys().iterator().next();
        this.all = children.stream().map(GuardedChild::child).toArray(Child[]::new);
        this.asked = new Child[all.length];
        var indifferent = new BitSet();
        var absent = new BitSet();
        for (int place = 0; place < all.length; place++) {
            var guard = column.guard(place, key);
            asked[place] = children.get(place)
                    .tested(column.clauses().get(place).stream().toList());
            indifferent.set(place, guard == null);
            absent.set(place, guard == null || !guard.absentFails());
        }
        this.always = indifferent.stream().toArray();
        this.places = places(key, column);
        this.whenNoneMatches = at(indifferent, asked);
        this.whenAbsent = at(absent, asked);
        this.shownWhenAbsent = at(absent, all);
        long found = places.values().stream().mapToLong(each -> each.length).sum();
        if (found + (long) places.size() * always.length <= (long) MOST_READY * all.length) {
            places.forEach((text, under) ->
                    ready.put(text, knowing(new Known(key, text, preparation), at(with(always, under), asked))));
        }
    }

    private static Child[] knowing(Known known, Child[] children) {
        return known.mayLookAt(children.length)
                ? Stream.of(children).map(child -> child.knowing(known)).toArray(Child[]::new)
                : children;
    }

    private static Map<String, int[]> places(TextKey key, Column column) {
        var found = new HashMap<String, List<Integer>>();
        for (int place = 0; place < column.clauses().size(); place++) {
            var guard = column.guard(place, key);
            if (guard != null) {
                for (var text : guard.texts()) {
                    found.computeIfAbsent(text, fresh -> new ArrayList<>(1)).add(place);
                }
            }
        }
        var places = new HashMap<String, int[]>();
        found.forEach((text, list) ->
                places.put(text, list.stream().mapToInt(Integer::intValue).toArray()));
        return places;
    }

    @Override
    public Child[] all() {
        return all;
    }

    @Override
    public String demand() {
        return "each demands another value of " + Shown.quoted(key.slot().name().id());
    }

    @Override
    public Child[] children(Evaluation evaluation) {
        var texts = evaluation.texts(key.slot());
        if (texts.size() == 0) {
            return whenAbsent;
        }
        if (texts.size() > 1 || ready.isEmpty()) {
            return at(wanted(texts), asked);
        }
        return ready.getOrDefault(texts.in(key.form())[0], whenNoneMatches);
    }

    /** The only child to be looked at, if there is one and it is known without counting. */
    @Nullable
    Child only(Evaluation evaluation) {
        var texts = evaluation.texts(key.slot());
        if (texts.size() != 1) {
            return null;
        }
        var under = ready.get(texts.in(key.form())[0]);
        return under != null && under.length == 1 ? under[0] : null;
    }

    @Override
    public Child[] shown(Evaluation evaluation) {
        var texts = evaluation.texts(key.slot());
        return texts.size() == 0 ? shownWhenAbsent : at(wanted(texts), all);
    }

    private BitSet wanted(Texts texts) {
        var wanted = with(always);
        for (var text : texts.in(key.form())) {
            var found = places.get(text);
            if (found != null) {
                add(found, wanted);
            }
        }
        return wanted;
    }

    private static BitSet with(int[]... places) {
        var set = new BitSet();
        for (var each : places) {
            add(each, set);
        }
        return set;
    }

    private static void add(int[] places, BitSet into) {
        for (int place : places) {
            into.set(place);
        }
    }

    private static Child[] at(BitSet wanted, Child[] from) {
        return wanted.stream().mapToObj(place -> from[place]).toArray(Child[]::new);
    }
}

package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Up to 64 children by the texts that some attributes must have for them to be applicable: a child is looked at if every column
 * admits it.
 */
final class MaskIndex implements Selection {
    static final int MOST_CHILDREN = Long.SIZE;

    private static final Child[] NOBODY = {};

    private final Child[] all;
    /** What is asked instead: rules without their targets where the columns have tested all there is to them. */
    private final Child[] asked;

    private final Child[][] alone;
    private final ColumnMasks[] columns;

    MaskIndex(List<Column> columns, List<GuardedChild> children) {
        this.all = children.stream().map(GuardedChild::child).toArray(Child[]::new);
        this.asked = asked(columns, children);
        this.alone = Stream.of(asked).map(child -> new Child[] {child}).toArray(Child[][]::new);
        this.columns = columns.stream().map(ColumnMasks::new).toArray(ColumnMasks[]::new);
    }

    private MaskIndex(MaskIndex whole, List<ColumnMasks> columns) {
        this.all = whole.all;
        this.asked = whole.asked;
        this.alone = whole.alone;
        this.columns = columns.toArray(ColumnMasks[]::new);
    }

    private static Child[] asked(List<Column> columns, List<GuardedChild> children) {
        var asked = new ArrayList<Child>();
        for (int i = 0; i < children.size(); i++) {
            int place = i;
            var tested = columns.stream()
                    .flatMap(column -> column.clauses().get(place).stream())
                    .toList();
            asked.add(children.get(place).tested(tested));
        }
        return asked.toArray(Child[]::new);
    }

    @Override
    public Selection knowing(Known known) {
        var open = Stream.of(columns)
                .filter(column -> !column.admitsAll(known.key(), known.text(), everyone()))
                .toList();
        return open.size() == columns.length ? this : new MaskIndex(this, open);
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
        for (var column : columns) {
            left &= column.admitted(evaluation);
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
        var names = Stream.of(columns).flatMap(ColumnMasks::names).distinct().toList();
        return "each demands another value of " + String.join(" or ", names);
    }
}

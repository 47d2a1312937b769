package no.klarert.policy.plan;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which children of a combining algorithm need to be looked at; the others are not applicable to the request. */
interface Selection {
    /** In document order. The array is shared and must not be changed. */
    Child[] children(Evaluation evaluation);

    /** The same children, in words: those that {@link #children} may put something quicker in the place of. */
    default Child[] shown(Evaluation evaluation) {
        return children(evaluation);
    }

    /** Every child, in document order. */
    Child[] all();

    /** The same selection, for requests that are known to have a text; itself if that makes nothing quicker. */
    default Selection knowing(Known known) {
        return this;
    }

    /** Why children may have been left out, for people. */
    default String demand() {
        return "";
    }

    /** Every child, whatever the request. */
    static Selection everything(Child[] all) {
        return new Selection() {
            @Override
            public Child[] children(Evaluation evaluation) {
                return all;
            }

            @Override
            public Child[] all() {
                return all;
            }

            @Override
            @SuppressWarnings("ReferenceEquality") // the same object is what a child answers that gained nothing
            public Selection knowing(Known known) {
                if (!known.mayLookAt(all.length)) {
                    return this;
                }
                var knowing = Stream.of(all).map(child -> child.knowing(known)).toArray(Child[]::new);
                boolean isSame = IntStream.range(0, all.length).allMatch(i -> knowing[i] == all[i]);
                return isSame ? this : everything(knowing);
            }
        };
    }
}

package no.klarert.policy.plan;

/** Which children of a combining algorithm need to be looked at; the others are not applicable to the request. */
interface Selection {
    /** In document order. The array is shared and must not be changed. */
    Child[] children(Evaluation evaluation);

    /** Every child, in document order. */
    Child[] all();

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
        };
    }
}

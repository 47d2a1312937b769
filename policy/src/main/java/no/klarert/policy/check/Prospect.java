package no.klarert.policy.check;

/** What a boolean expression may come to, over all requests. May promise too much, never too little. */
record Prospect(boolean mayBeTrue, boolean mayBeFalse, boolean mayBeIndeterminate) {
    static final Prospect TRUE = new Prospect(true, false, false);
    static final Prospect FALSE = new Prospect(false, true, false);
    static final Prospect INDETERMINATE = new Prospect(false, false, true);
    static final Prospect ANY = new Prospect(true, true, true);

    /** Of two parts of an {@code and}: false beats Indeterminate (XACML 3.0 §A.3.5). */
    Prospect and(Prospect other) {
        return equals(FALSE) || other.equals(FALSE)
                ? FALSE
                : new Prospect(
                        mayBeTrue && other.mayBeTrue,
                        mayBeFalse || other.mayBeFalse,
                        mayBeIndeterminate || other.mayBeIndeterminate);
    }

    Prospect or(Prospect other) {
        return not().and(other.not()).not();
    }

    Prospect not() {
        return new Prospect(/* mayBeTrue= */ mayBeFalse, /* mayBeFalse= */ mayBeTrue, mayBeIndeterminate);
    }
}

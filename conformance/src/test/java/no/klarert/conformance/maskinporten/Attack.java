package no.klarert.conformance.maskinporten;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An assertion that must not get a token.
 *
 * @param forge makes it from a sound one, which itself stays good
 * @param expected how it is refused
 */
record Attack(String name, Function<CraftedJwt, String> forge, Refused expected) {
    /**
     * The refusal that the documentation promises (Maskinporten §5.2).
     *
     * @param code of the page that explains it; empty if it has none
     */
    record Refused(String error, String code) {
        static final Refused MALFORMED = new Refused("invalid_request", "MP-011");
        static final Refused WRONG_VALUE = new Refused("invalid_request", "");
        static final Refused UNKNOWN_KEY = new Refused("invalid_grant", "");
        static final Refused OUT_OF_TIME = new Refused("invalid_grant", "");
        static final Refused UNKNOWN_CLIENT = new Refused("invalid_grant", "MP-100");
        static final Refused WRONG_AUDIENCE = new Refused("invalid_grant", "MP-110");
        static final Refused WRONG_CHAIN = new Refused("invalid_grant", "MP-123");
        static final Refused WRONG_SIGNATURE = new Refused("invalid_grant", "MP-124");
        static final Refused EXPIRED = new Refused("invalid_grant", "MP-130");
        static final Refused UNKNOWN_SCOPE = new Refused("invalid_scope", "MP-200");
    }

    /** Signed by whoever the changed JWT says. */
    static Attack signed(String name, UnaryOperator<CraftedJwt> change, Refused expected) {
        return new Attack(name, sound -> change.apply(sound).sign(), expected);
    }

    /** A sound assertion whose text was changed after signing. */
    static Attack changed(String name, UnaryOperator<String> change, Refused expected) {
        return new Attack(name, sound -> change.apply(sound.sign()), expected);
    }

    /** Whether it is refused before the assertion counts as used (Maskinporten §2.5 step 11). */
    boolean leavesTheAssertionUnused() {
        return expected.error().equals("invalid_grant") || expected.equals(Refused.MALFORMED);
    }

    /** Shortened, since some names hold what is sent. */
    @Override
    public String toString() {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }
}

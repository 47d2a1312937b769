package no.klarert.policy.check;

import no.klarert.policy.syntax.Effect;

/** How combining algorithms weigh verdicts, as far as findings depend on it (XACML 3.0 appendix C). */
enum Combining {
    FIRST_APPLICABLE,
    DENY_OVERRIDES,
    PERMIT_OVERRIDES,
    DENY_UNLESS_PERMIT,
    PERMIT_UNLESS_DENY,
    /** Only-one-applicable, and whatever is not known. */
    OTHER;

    /** The kind of an algorithm: those of any version, for rules or policies, ordered or not, are of one kind. */
    static Combining of(String id) {
        return switch (id.substring(id.lastIndexOf(':') + 1)) {
            case "first-applicable" -> FIRST_APPLICABLE;
            case "deny-overrides", "ordered-deny-overrides" -> DENY_OVERRIDES;
            case "permit-overrides", "ordered-permit-overrides" -> PERMIT_OVERRIDES;
            case "deny-unless-permit" -> DENY_UNLESS_PERMIT;
            case "permit-unless-deny" -> PERMIT_UNLESS_DENY;
            default -> OTHER;
        };
    }

    /** Whether a rule of this effect settles the decision, wherever it stands. */
    boolean isWonBy(Effect effect) {
        return switch (this) {
            case DENY_OVERRIDES, PERMIT_UNLESS_DENY -> effect == Effect.DENY;
            case PERMIT_OVERRIDES, DENY_UNLESS_PERMIT -> effect == Effect.PERMIT;
            case FIRST_APPLICABLE, OTHER -> false;
        };
    }

    /** Whether this is the decision when nothing speaks against it. */
    boolean assumes(Effect effect) {
        return switch (this) {
            case DENY_UNLESS_PERMIT -> effect == Effect.DENY;
            case PERMIT_UNLESS_DENY -> effect == Effect.PERMIT;
            case FIRST_APPLICABLE, DENY_OVERRIDES, PERMIT_OVERRIDES, OTHER -> false;
        };
    }

    boolean isNeverSilent() {
        return this == DENY_UNLESS_PERMIT || this == PERMIT_UNLESS_DENY;
    }
}

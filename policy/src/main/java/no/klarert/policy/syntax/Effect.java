package no.klarert.policy.syntax;

/** What a rule says when it applies, and when an obligation or advice belongs to the answer (XACML 3.0 §5.21). */
public enum Effect {
    PERMIT("Permit"),
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** The spelling used in policies. */
    public String text() {
        return text;
    }
}

package no.klarert.policy;

/** The four decisions of XACML 3.0 §5.53. Only {@link #PERMIT} opens anything. */
public enum DecisionValue {
    PERMIT("Permit"),
    DENY("Deny"),
    NOT_APPLICABLE("NotApplicable"),
    INDETERMINATE("Indeterminate");

    private final String text;

    DecisionValue(String text) {
        this.text = text;
    }

    /** The spelling used in XML and JSON responses. */
    public String text() {
        return text;
    }
}

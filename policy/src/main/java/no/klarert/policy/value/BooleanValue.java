package no.klarert.policy.value;

/** Truth. */
public enum BooleanValue implements Value {
    FALSE("false"),
    TRUE("true");

    private final String text;

    BooleanValue(String text) {
        this.text = text;
    }

    public static BooleanValue of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    @Override
    public DataType type() {
        return DataType.BOOLEAN;
    }

    @Override
    public String text() {
        return text;
    }
}

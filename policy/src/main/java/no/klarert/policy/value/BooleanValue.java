package no.klarert.policy.value;

import java.util.Optional;

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

    static Optional<Value> parse(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of(TRUE);
            case "false", "0" -> Optional.of(FALSE);
            default -> Optional.empty();
        };
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

    @Override
    public Comparable<?> key() {
        return this;
    }
}

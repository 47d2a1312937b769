package no.klarert.vocabulary;

/**
 * Text from outside is not a value of the kind it should be. The message names the kind and the rule that was broken and is
 * safe to show to the caller; personal identifiers and secrets never appear in it.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final String reason;

    private InvalidValueException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong, never null. */
    @Override
    public String getMessage() {
        return reason;
    }

    /** A value that may be repeated to the caller, shortened and on one line. */
    public static InvalidValueException of(String kind, String value, String rule) {
        return new InvalidValueException("`" + shown(value) + "` is not a valid " + kind + ": " + rule);
    }

    /** A value that must not be repeated: personal identifiers, keys, tokens. */
    public static InvalidValueException secret(String kind, String rule) {
        return new InvalidValueException("not a valid " + kind + ": " + rule);
    }

    private static String shown(String value) {
        var cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}`]", "?");
    }
}

package no.klarert.vocabulary;

/** The integer id of a person's user profile ({@code urn:altinn:userid}). */
public record UserId(int value) {
    public UserId {
        if (value < 1) {
            throw InvalidValueException.of("user id", Integer.toString(value), "a positive 32-bit integer");
        }
    }

    /** Parses decimal digits. */
    public static UserId parse(String text) {
        try {
            return new UserId(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw InvalidValueException.of("user id", text, "a positive 32-bit integer");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

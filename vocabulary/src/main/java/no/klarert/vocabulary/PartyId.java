package no.klarert.vocabulary;

/** The integer id of a party in the register ({@code urn:altinn:partyid}). */
public record PartyId(int value) {
    public PartyId {
        if (value < 1) {
            throw InvalidValueException.of("party id", Integer.toString(value), "a positive 32-bit integer");
        }
    }

    /** Parses decimal digits. */
    public static PartyId parse(String text) {
        try {
            return new PartyId(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw InvalidValueException.of("party id", text, "a positive 32-bit integer");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

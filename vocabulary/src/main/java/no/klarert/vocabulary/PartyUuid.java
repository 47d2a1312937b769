package no.klarert.vocabulary;

import java.util.UUID;

/** The UUID of a party (person or organisation) in the register. */
public record PartyUuid(UUID value) {
    /** Parses the hyphenated form of 36 characters; shortened forms are refused. */
    public static PartyUuid parse(String text) {
        return new PartyUuid(Uuids.parse("party uuid", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

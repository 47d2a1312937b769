package no.klarert.vocabulary;

import java.util.UUID;

/** The UUID of a system user request; an approved request gives its id to the system user. */
public record RequestId(UUID value) {
    /** Parses the hyphenated form of 36 characters; shortened forms are refused. */
    public static RequestId parse(String text) {
        return new RequestId(Uuids.parse("request id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

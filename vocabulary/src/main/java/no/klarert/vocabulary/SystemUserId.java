package no.klarert.vocabulary;

import java.util.UUID;

/** The UUID of a system user (systembruker), the principal in tokens and decision requests. */
public record SystemUserId(UUID value) {
    /** Parses the hyphenated form of 36 characters; shortened forms are refused. */
    public static SystemUserId parse(String text) {
        return new SystemUserId(Uuids.parse("system user id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

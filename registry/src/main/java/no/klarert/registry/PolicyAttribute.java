package no.klarert.registry;

/** An attribute id and a value that a policy compares it with, such as {@code urn:altinn:rolecode} and {@code DAGL}. */
public record PolicyAttribute(String type, String value) {
    /** Id and value joined by a colon. */
    public String urn() {
        return type + ":" + value;
    }
}

package no.klarert.registry;

/** Kinds of resources (resource registry §3.1), with the numbers that clients may send instead of names. */
public enum ResourceType {
    DEFAULT("Default", 0),
    SYSTEMRESOURCE("Systemresource", 1),
    MASKINPORTEN_SCHEMA("MaskinportenSchema", 2),
    ALTINN2_SERVICE("Altinn2Service", 4),
    ALTINN_APP("AltinnApp", 8),
    GENERIC_ACCESS_RESOURCE("GenericAccessResource", 16),
    BROKER_SERVICE("BrokerService", 32),
    CORRESPONDENCE_SERVICE("CorrespondenceService", 64),
    CONSENT("Consent", 128),
    MIGRATED_APP("MigratedApp", 256);

    private final String wireName;
    private final int number;

    ResourceType(String wireName, int number) {
        this.wireName = wireName;
        this.number = number;
    }

    public String wireName() {
        return wireName;
    }

    public int number() {
        return number;
    }

    /** Whether rights on such a resource may be given to system users (resource registry §3.1). */
    public boolean canBeGivenToSystemUsers() {
        return this != MASKINPORTEN_SCHEMA && this != ALTINN2_SERVICE && this != CONSENT;
    }
}

package no.klarert.systemuser;

/** Status of a system user request (system user API §13). A request leaves {@code NEW} once and for good. */
public enum RequestStatus {
    NEW("New"),
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wireName;

    RequestStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}

package no.klarert.portal;

/** Why a request never became a {@link PortalRequest}. */
public enum Unreadable {
    /** Badly encoded, or with too many or too long parameters. */
    MALFORMED(400, "error.malformed"),
    TOO_LARGE(413, "error.too_large"),
    /** The body is of another type than forms are. */
    NOT_A_FORM(415, "error.not_a_form");

    private final int status;
    private final String textKey;

    Unreadable(int status, String textKey) {
        this.status = status;
        this.textKey = textKey;
    }

    int status() {
        return status;
    }

    String textKey() {
        return textKey;
    }
}

package no.klarert.portal;

/** Why a request was declined, if the person cared to say. */
public enum DeclineReason {
    UNSTATED("unstated"),
    WRONG_ORGANIZATION("wrong-organization"),
    TOO_MUCH("too-much"),
    UNKNOWN_VENDOR("unknown-vendor"),
    OTHER("other");

    private final String code;

    DeclineReason(String code) {
        this.code = code;
    }

    /** A stable name for forms, texts and the audit trail. */
    public String code() {
        return code;
    }

    /** {@link #UNSTATED} for anything unknown: a strange form must not keep a person from declining. */
    static DeclineReason fromForm(String code) {
        for (var reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        return UNSTATED;
    }
}

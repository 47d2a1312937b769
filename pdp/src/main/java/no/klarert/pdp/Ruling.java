package no.klarert.pdp;

import no.klarert.policy.Decision;

/** A decision about one part, and what the log keeps beside it. */
record Ruling(Decision decision, DecidedBy decidedBy, Facts facts) {
    /** What settled the decision. */
    enum DecidedBy {
        POLICY("policy"),
        DELEGATION("delegation"),
        ACCESS_LIST("access-list"),
        FAILURE("failure");

        private final String text;

        DecidedBy(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    boolean isFailure() {
        return decidedBy == DecidedBy.FAILURE;
    }
}

package no.klarert.server;

/** Ends a call early with an answer that is already complete. Thrown at the edge only; rooms answer with outcomes. */
final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    RefusedCall(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}

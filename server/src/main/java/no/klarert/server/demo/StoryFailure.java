package no.klarert.server.demo;

/** A step of the story did not end as it must, so the ones after it cannot be told. */
final class StoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    StoryFailure(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}

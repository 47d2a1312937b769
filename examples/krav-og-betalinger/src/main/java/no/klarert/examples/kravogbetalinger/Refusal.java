package no.klarert.examples.kravogbetalinger;

import java.util.Optional;

/** A request that is not answered, with what the caller is told. Carries no stack: it is an expected outcome. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Feilkode code;
    private final String text;
    private final transient Optional<String> challenge;

    private Refusal(Feilkode code, String text, Optional<String> challenge) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
        this.challenge = challenge;
    }

    static Refusal of(Feilkode code, String text) {
        return new Refusal(code, text, Optional.empty());
    }

    static Refusal input(String text) {
        return of(Feilkode.KB_006, text);
    }

    /** One whose caller may try again with another token (RFC 9110 §11.6.1). */
    static Refusal withChallenge(Feilkode code, String text, String challenge) {
        return new Refusal(code, text, Optional.of(challenge));
    }

    Feilkode code() {
        return code;
    }

    String text() {
        return text;
    }

    /** The value of {@code WWW-Authenticate}, when there is one. */
    Optional<String> challenge() {
        return challenge;
    }
}

package no.klarert.issuer;

import java.util.Optional;

/**
 * Why a token request ends without a token. The text is free of personal identifiers and holds only the characters that RFC 6749
 * §5.2 allows in a description; any other becomes a question mark.
 */
public record Refusal(OAuthError error, Optional<MpCode> code, String text) {
    private static final String NOT_IN_A_DESCRIPTION = "[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]";

    public Refusal {
        text = PersonalNumbers.masked(text.replaceAll(NOT_IN_A_DESCRIPTION, "?"));
    }

    /** A coded refusal in the code's own words. */
    public static Refusal of(MpCode code) {
        return new Refusal(code.error(), Optional.of(code), code.phrase() + ".");
    }

    /** A coded refusal: the code's phrase, then what in particular is wrong. */
    public static Refusal of(MpCode code, String detail) {
        return new Refusal(code.error(), Optional.of(code), code.phrase() + ": " + detail);
    }

    /** A coded refusal in other words than the code's own. */
    static Refusal inWords(MpCode code, String text) {
        return new Refusal(code.error(), Optional.of(code), text);
    }

    /** A refusal without a code. */
    public static Refusal of(OAuthError error, String text) {
        return new Refusal(error, Optional.empty(), text);
    }

    /** The same under another OAuth error. */
    Refusal as(OAuthError other) {
        return new Refusal(other, code, text);
    }

    /** A short form for the token log, such as {@code invalid_scope MP-200}. */
    String label() {
        return error.code() + code.map(known -> " " + known.code()).orElse("");
    }
}

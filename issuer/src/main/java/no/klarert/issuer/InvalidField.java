package no.klarert.issuer;

/**
 * One thing wrong with what an administrator sent.
 *
 * @param field the member's name on the wire, such as {@code scopes}
 * @param message what is wrong, in lower case, user input in backticks
 */
public record InvalidField(String field, String message) {}

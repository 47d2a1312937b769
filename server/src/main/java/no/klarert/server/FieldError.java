package no.klarert.server;

/**
 * One thing wrong with a body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty text for the whole body
 * @param message what, in lower case, user input in backticks
 */
record FieldError(String pointer, String message) {}

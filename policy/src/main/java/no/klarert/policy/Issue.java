package no.klarert.policy;

/**
 * Something wrong with a policy.
 *
 * @param line counted from 1; 0 when the issue has no place, such as a source that is too large
 * @param column counted from 1; 0 when the issue has no place
 * @param message one line, lower case, the source's words in backticks
 */
public record Issue(Severity severity, int line, int column, String message) {
    /** How bad it is. */
    public enum Severity {
        /** The policy cannot be used. */
        ERROR,
        /** The policy can be used, but decisions that reach this part of it are Indeterminate. */
        UNDECIDABLE,
        /** The policy can be used, but part of it does not do what it seems to say. */
        WARNING
    }

    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
    }
}

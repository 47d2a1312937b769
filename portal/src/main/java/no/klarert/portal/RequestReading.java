package no.klarert.portal;

/** What came of looking for a request. */
public sealed interface RequestReading {
    /** The person may see it. */
    record Found(AccessRequest request, Standing standing) implements RequestReading {}

    /** There is none, or it is not for this person to see: the page must not tell which. */
    record NotFound() implements RequestReading {}
}

package no.klarert.policy.value;

import no.klarert.policy.AttributeName;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/** An Indeterminate (XACML 3.0 §7.8), with the status that says why. */
public record Failure(Status status) implements Result {
    public static Failure missing(AttributeName attribute) {
        return new Failure(new Status(
                Xacml.STATUS_MISSING_ATTRIBUTE,
                "the attribute `" + attribute.id() + "` of the category `" + attribute.category() + "` is missing"));
    }

    public static Failure syntax(String message) {
        return new Failure(new Status(Xacml.STATUS_SYNTAX_ERROR, message));
    }

    public static Failure processing(String message) {
        return new Failure(new Status(Xacml.STATUS_PROCESSING_ERROR, message));
    }
}

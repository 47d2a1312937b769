package no.klarert.policy.value;

import java.util.List;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/** An Indeterminate (XACML 3.0 §7.8), with the status that says why. */
public record Failure(Status status) implements Result {
    public static Failure missing(MissingAttribute attribute) {
        return new Failure(new Status(
                Xacml.STATUS_MISSING_ATTRIBUTE,
                "the attribute `" + attribute.name().id() + "` of the category `"
                        + attribute.name().category() + "` is missing",
                List.of(attribute)));
    }

    public static Failure syntax(String message) {
        return new Failure(new Status(Xacml.STATUS_SYNTAX_ERROR, message));
    }

    public static Failure processing(String message) {
        return new Failure(new Status(Xacml.STATUS_PROCESSING_ERROR, message));
    }
}

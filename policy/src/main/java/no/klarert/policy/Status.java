package no.klarert.policy;

import java.util.List;

/**
 * Why a decision is what it is (XACML 3.0 §5.54).
 *
 * @param code one of the status codes in {@link Xacml}
 * @param message for people, may be empty; names attributes and functions but never attribute values
 * @param missing what to send beside, empty unless the code is {@link Xacml#STATUS_MISSING_ATTRIBUTE}
 */
public record Status(String code, String message, List<MissingAttribute> missing) {
    public static final Status OK = new Status(Xacml.STATUS_OK, "");

    public Status {
        missing = List.copyOf(missing);
    }

    public Status(String code, String message) {
        this(code, message, List.of());
    }
}

package no.klarert.policy;

/**
 * Why a decision is what it is (XACML 3.0 §5.54).
 *
 * @param code one of the status codes in {@link Xacml}
 * @param message for people, may be empty; names attributes and functions but never attribute values
 */
public record Status(String code, String message) {
    public static final Status OK = new Status(Xacml.STATUS_OK, "");
}

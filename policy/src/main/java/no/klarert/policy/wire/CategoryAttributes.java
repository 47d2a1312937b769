package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.RequestAttribute;

/**
 * One {@code Attributes} element, or one category object of JSON (XACML 3.0 §5.43).
 *
 * @param at where in the document
 * @param id what a request reference calls it; empty if it has no name
 */
record CategoryAttributes(int at, String category, String id, List<RequestAttribute> attributes) {
    /**
     * The categories that make up one individual request, by their ids (XACML 3.0 §5.52).
     *
     * @param at where in the document
     */
    record Reference(int at, List<String> ids) {
        Reference {
            ids = List.copyOf(ids);
        }
    }
}

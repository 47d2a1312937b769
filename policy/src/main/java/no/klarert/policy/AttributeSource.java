package no.klarert.policy;

import java.util.List;

/**
 * Knows attributes that a request does not carry: a policy information point (XACML 3.0 §7.3.5).
 *
 * <p>Implementers answer within a time of their own choosing, since nothing interrupts them, and throw if they cannot know: an
 * empty answer says that there is no value.
 */
@FunctionalInterface
public interface AttributeSource {
    /**
     * The values of an attribute, of any data type and issuer; empty if there is none.
     *
     * @param name an attribute that the request has no value for
     * @param request as it came in, without what other sources know
     */
    List<RequestAttribute> find(AttributeName name, Request request);
}

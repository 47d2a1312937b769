package no.klarert.policy;

import java.util.Optional;

/**
 * One value of one request attribute (XACML 3.0 §5.46). An attribute with several values is several of these.
 *
 * @param value the lexical form as it came in
 * @param includeInResult whether the caller wants the value back in the answer
 */
public record RequestAttribute(
        AttributeName name, String dataType, Optional<String> issuer, boolean includeInResult, String value) {}

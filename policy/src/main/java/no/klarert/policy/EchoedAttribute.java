package no.klarert.policy;

import java.util.Optional;

/** A value of the request that was sent with {@code IncludeInResult} and is returned as it came in (XACML 3.0 §5.46). */
public record EchoedAttribute(AttributeName name, String dataType, Optional<String> issuer, String value) {}

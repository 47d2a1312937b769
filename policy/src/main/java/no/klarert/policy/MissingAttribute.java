package no.klarert.policy;

import java.util.Optional;

/** An attribute without which a request could not be decided (XACML 3.0 §5.58). */
public record MissingAttribute(AttributeName name, String dataType, Optional<String> issuer) {}

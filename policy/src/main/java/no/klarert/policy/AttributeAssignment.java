package no.klarert.policy;

import java.util.Optional;

/** One value of an obligation or advice (XACML 3.0 §5.36). */
public record AttributeAssignment(
        String attributeId, Optional<String> category, String dataType, Optional<String> issuer, String value) {}

package no.klarert.policy.wire;

import java.util.List;

/** Attributes that ask for many decisions in ways this engine does not know (Multiple Decision Profile 1.0 §2.4, §2.5). */
final class Unsupported {
    static final String REASON = "decisions for several nodes or resources are not supported, as asked for by ";

    private static final String CONTENT_SELECTOR = "urn:oasis:names:tc:xacml:3.0:profile:multiple:content-selector";
    private static final String SCOPE = "urn:oasis:names:tc:xacml:2.0:resource:scope";
    private static final String ITSELF = "Immediate";

    private Unsupported() {}

    /** Whether an attribute asks for that. A scope of the resource alone is what is decided anyway. */
    static boolean says(String attributeId, List<String> values) {
        return attributeId.equals(CONTENT_SELECTOR)
                || (attributeId.equals(SCOPE) && values.stream().anyMatch(value -> !value.equals(ITSELF)));
    }
}

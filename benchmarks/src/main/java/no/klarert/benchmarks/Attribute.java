package no.klarert.benchmarks;

/** One string value of a request attribute without issuer. */
record Attribute(String category, String id, String value) {
    private static final String SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    private static final String RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    private static final String ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";

    static Attribute role(String code) {
        return new Attribute(SUBJECT, "urn:altinn:rolecode", code);
    }

    static Attribute accessPackage(String name) {
        return new Attribute(SUBJECT, "urn:altinn:accesspackage", name);
    }

    static Attribute party(String organizationNumber) {
        return new Attribute(RESOURCE, "urn:altinn:organizationnumber", organizationNumber);
    }

    static Attribute resource(String id) {
        return new Attribute(RESOURCE, "urn:altinn:resource", id);
    }

    static Attribute action(String name) {
        return new Attribute(ACTION, "urn:oasis:names:tc:xacml:1.0:action:action-id", name);
    }
}

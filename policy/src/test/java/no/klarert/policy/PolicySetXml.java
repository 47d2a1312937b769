package no.klarert.policy;

/** Writes policy sets for tests. Algorithms may be given by their last word. */
public final class PolicySetXml {
    private PolicySetXml() {}

    /** A set with an empty target unless the parts bring one. */
    public static String policySet(String id, String algorithm, String... parts) {
        var inside = String.join("\n", parts);
        return """
                <PolicySet xmlns="%s" PolicySetId="%s" Version="1.0" PolicyCombiningAlgId="%s">
                %s%s
                </PolicySet>""".formatted(
                Xacml.NAMESPACE, id, algorithm(algorithm), inside.startsWith("<Target") ? "" : "<Target/>\n", inside);
    }

    /** A policy of the given id. */
    public static String policy(String id, String algorithm, String... parts) {
        return PolicyXml.policy(algorithm, parts).replace("PolicyId=\"p\"", "PolicyId=\"" + id + "\"");
    }

    /** A policy that always permits, or denies. */
    public static String always(String id, String effect) {
        return policy(id, "deny-overrides", effect.equals("Permit") ? PolicyXml.permit("r") : PolicyXml.deny("r"));
    }

    public static String reference(String id) {
        return "<PolicyIdReference>" + id + "</PolicyIdReference>";
    }

    public static String reference(String id, String patterns) {
        return "<PolicyIdReference " + patterns + ">" + id + "</PolicyIdReference>";
    }

    public static String setReference(String id) {
        return "<PolicySetIdReference>" + id + "</PolicySetIdReference>";
    }

    public static String algorithm(String name) {
        if (name.contains(":")) {
            return name;
        }
        var version = name.equals("first-applicable") || name.equals("only-one-applicable") ? "1.0" : "3.0";
        return "urn:oasis:names:tc:xacml:" + version + ":policy-combining-algorithm:" + name;
    }
}

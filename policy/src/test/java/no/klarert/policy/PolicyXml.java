package no.klarert.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.klarert.policy.function.Functions;

/**
 * Writes policies for tests. Parts are pieces of XML; functions, data types, categories and algorithms may be given by their
 * last word, attributes by any word. A function is the newest of its name.
 */
public final class PolicyXml {
    private static final Map<String, String> CATEGORIES = Map.of(
            "subject", Xacml.CATEGORY_ACCESS_SUBJECT,
            "resource", Xacml.CATEGORY_RESOURCE,
            "action", Xacml.CATEGORY_ACTION,
            "environment", Xacml.CATEGORY_ENVIRONMENT);
    private static final Map<String, String> TYPES = Map.of(
            "rfc822Name", Xacml.TYPE_RFC822_NAME,
            "x500Name", Xacml.TYPE_X500_NAME,
            "ipAddress", Xacml.TYPE_IP_ADDRESS,
            "dnsName", Xacml.TYPE_DNS_NAME);

    private PolicyXml() {}

    public static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** A policy in the default namespace, with an empty target unless a part brings one. */
    public static String policy(String algorithm, String... parts) {
        var inside = String.join("\n", parts);
        return """
                <Policy xmlns="%s" PolicyId="p" Version="1.0" RuleCombiningAlgId="%s">
                %s%s
                </Policy>""".formatted(
                        Xacml.NAMESPACE,
                        algorithm(algorithm),
                        inside.startsWith("<Target") || inside.startsWith("<Description") ? "" : "<Target/>\n",
                        inside);
    }

    public static String permit(String id, String... parts) {
        return rule(id, "Permit", parts);
    }

    public static String deny(String id, String... parts) {
        return rule(id, "Deny", parts);
    }

    private static String rule(String id, String effect, String... parts) {
        return "<Rule RuleId=\"%s\" Effect=\"%s\">\n%s\n</Rule>".formatted(id, effect, String.join("\n", parts));
    }

    public static String target(String... anyOf) {
        return element("Target", anyOf);
    }

    public static String anyOf(String... allOf) {
        return element("AnyOf", allOf);
    }

    public static String allOf(String... matches) {
        return element("AllOf", matches);
    }

    /** A target that demands one match. */
    public static String only(String match) {
        return target(anyOf(allOf(match)));
    }

    public static String match(String function, String value, String designator) {
        return "<Match MatchId=\"%s\">%s%s</Match>".formatted(function(function), value, designator);
    }

    /** {@code string-equal} on an attribute that may be absent. */
    public static String equal(String category, String attribute, String text) {
        return match("string-equal", value("string", text), designator(category, attribute, "string"));
    }

    public static String condition(String expression) {
        return element("Condition", expression);
    }

    public static String variable(String id, String expression) {
        return "<VariableDefinition VariableId=\"%s\">%s</VariableDefinition>".formatted(id, expression);
    }

    public static String reference(String id) {
        return "<VariableReference VariableId=\"%s\"/>".formatted(id);
    }

    public static String apply(String function, String... arguments) {
        return "<Apply FunctionId=\"%s\">\n%s</Apply>".formatted(function(function), String.join("\n", arguments));
    }

    public static String functionReference(String function) {
        return "<Function FunctionId=\"%s\"/>".formatted(function(function));
    }

    public static String value(String type, String text) {
        return "<AttributeValue DataType=\"%s\">%s</AttributeValue>".formatted(type(type), escaped(text));
    }

    public static String designator(String category, String attribute, String type) {
        return designator(category, attribute, type, "MustBePresent=\"false\"");
    }

    public static String required(String category, String attribute, String type) {
        return designator(category, attribute, type, "MustBePresent=\"true\"");
    }

    public static String designator(String category, String attribute, String type, String more) {
        return "<AttributeDesignator Category=\"%s\" AttributeId=\"%s\" DataType=\"%s\" %s/>"
                .formatted(category(category), attribute, type(type), more);
    }

    public static String obligations(String... obligations) {
        return element("ObligationExpressions", obligations);
    }

    public static String obligation(String id, String effect, String... assignments) {
        return "<ObligationExpression ObligationId=\"%s\" FulfillOn=\"%s\">%s</ObligationExpression>"
                .formatted(id, effect, String.join("\n", assignments));
    }

    public static String advice(String... advice) {
        return element("AdviceExpressions", advice);
    }

    public static String advised(String id, String effect, String... assignments) {
        return "<AdviceExpression AdviceId=\"%s\" AppliesTo=\"%s\">%s</AdviceExpression>"
                .formatted(id, effect, String.join("\n", assignments));
    }

    /** An assignment whose category is {@code c}. */
    public static String assignment(String id, String expression) {
        return "<AttributeAssignmentExpression AttributeId=\"%s\" Category=\"c\">%s</AttributeAssignmentExpression>"
                .formatted(id, expression);
    }

    private static String element(String name, String... parts) {
        return "<%s>\n%s\n</%s>".formatted(name, String.join("\n", List.of(parts)), name);
    }

    public static String category(String name) {
        return CATEGORIES.getOrDefault(name, name);
    }

    public static String type(String name) {
        return name.contains(":") ? name : TYPES.getOrDefault(name, "http://www.w3.org/2001/XMLSchema#" + name);
    }

    public static String function(String name) {
        if (name.contains(":")) {
            return name;
        }
        return Stream.of("3.0", "2.0", "1.0")
                .map(version -> "urn:oasis:names:tc:xacml:" + version + ":function:" + name)
                .filter(id -> Functions.find(id).isPresent())
                .findFirst()
                .orElse("urn:oasis:names:tc:xacml:1.0:function:" + name);
    }

    public static String algorithm(String name) {
        if (name.contains(":")) {
            return name;
        }
        var version = name.equals("first-applicable") ? "1.0" : "3.0";
        return "urn:oasis:names:tc:xacml:" + version + ":rule-combining-algorithm:" + name;
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}

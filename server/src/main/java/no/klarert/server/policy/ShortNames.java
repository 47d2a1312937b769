package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Xacml;

/** The short names test files may use for identifiers of XACML 3.0 (appendix B). A name with a colon is an identifier itself. */
final class ShortNames {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String XACML_1_TYPE = "urn:oasis:names:tc:xacml:1.0:data-type:";
    private static final String XACML_2_TYPE = "urn:oasis:names:tc:xacml:2.0:data-type:";

    /** Categories of attributes. */
    static final ShortNames CATEGORIES = new ShortNames(
            "category",
            Map.of(
                    "subject", Xacml.CATEGORY_ACCESS_SUBJECT,
                    "resource", Xacml.CATEGORY_RESOURCE,
                    "action", Xacml.CATEGORY_ACTION,
                    "environment", Xacml.CATEGORY_ENVIRONMENT,
                    "recipient-subject", Xacml.CATEGORY_RECIPIENT_SUBJECT,
                    "intermediary-subject", Xacml.CATEGORY_INTERMEDIARY_SUBJECT,
                    "codebase", Xacml.CATEGORY_CODEBASE,
                    "requesting-machine", Xacml.CATEGORY_REQUESTING_MACHINE));

    /** Data types (XACML 3.0 §10.2.7), as the JSON profile §3.3 shortens them. */
    static final ShortNames DATA_TYPES = new ShortNames("data type", dataTypes());

    /** Status codes (XACML 3.0 §B.8). */
    static final ShortNames STATUSES = new ShortNames(
            "status",
            Map.of(
                    "ok", Xacml.STATUS_OK,
                    "missing-attribute", Xacml.STATUS_MISSING_ATTRIBUTE,
                    "syntax-error", Xacml.STATUS_SYNTAX_ERROR,
                    "processing-error", Xacml.STATUS_PROCESSING_ERROR));

    private static final Map<String, String> IDS = Map.of(
            Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.SUBJECT_ID,
            Xacml.CATEGORY_RESOURCE, Xacml.RESOURCE_ID,
            Xacml.CATEGORY_ACTION, Xacml.ACTION_ID);

    private final String kind;
    private final Map<String, String> identifiers;

    private ShortNames(String kind, Map<String, String> identifiers) {
        this.kind = kind;
        this.identifiers = new TreeMap<>(identifiers);
    }

    private static Map<String, String> dataTypes() {
        var types = new TreeMap<String, String>();
        for (var name : List.of(
                "string",
                "boolean",
                "integer",
                "double",
                "date",
                "time",
                "dateTime",
                "dayTimeDuration",
                "yearMonthDuration",
                "anyURI",
                "hexBinary",
                "base64Binary")) {
            types.put(name, XSD + name);
        }
        types.put("rfc822Name", XACML_1_TYPE + "rfc822Name");
        types.put("x500Name", XACML_1_TYPE + "x500Name");
        types.put("ipAddress", XACML_2_TYPE + "ipAddress");
        types.put("dnsName", XACML_2_TYPE + "dnsName");
        return types;
    }

    /** The identifier of the attribute that the key {@code id} stands for in a category (XACML 3.0 §B.4–B.6); empty if none. */
    static Optional<String> id(String category) {
        return Optional.ofNullable(IDS.get(category));
    }

    /** The identifier; empty, and a problem, if the name is not known. */
    Optional<String> identifier(YamlNode.Scalar name, Problems problems) {
        var known = identifiers.get(name.text());
        if (known != null || name.text().contains(":")) {
            return Optional.of(known == null ? name.text() : known);
        }
        problems.add(
                name.at(),
                "unknown " + kind + " " + Words.quoted(name.text()) + Words.nearest(name.text(), identifiers.keySet()));
        return Optional.empty();
    }

    /** The short name if there is one. */
    String shortened(String identifier) {
        return identifiers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(identifier))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(identifier);
    }

    /** As messages name an attribute: {@code subject `urn:altinn:rolecode`}. */
    static String of(AttributeName name) {
        return CATEGORIES.shortened(name.category()) + " " + Words.quoted(name.id());
    }

    List<String> names() {
        return new ArrayList<>(identifiers.keySet());
    }
}

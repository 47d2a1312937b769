package no.klarert.policy.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;

/** Identifiers that most documents use. Reading one of them gives the same {@code String} each time. */
final class Identifiers {
    static final String XPATH_EXPRESSION = "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression";

    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema#";
    private static final String XACML_1 = "urn:oasis:names:tc:xacml:1.0:data-type:";
    private static final String XACML_2 = "urn:oasis:names:tc:xacml:2.0:data-type:";

    /** Categories, by identifier and by the short name of the JSON profile §4.2.2.1. */
    static final WordTable<String> CATEGORIES = WordTable.of(withSelves(Map.of(
            Member.ACCESS_SUBJECT.text(), Xacml.CATEGORY_ACCESS_SUBJECT,
            Member.RECIPIENT_SUBJECT.text(), Xacml.CATEGORY_RECIPIENT_SUBJECT,
            Member.INTERMEDIARY_SUBJECT.text(), Xacml.CATEGORY_INTERMEDIARY_SUBJECT,
            Member.CODEBASE.text(), Xacml.CATEGORY_CODEBASE,
            Member.REQUESTING_MACHINE.text(), Xacml.CATEGORY_REQUESTING_MACHINE,
            Member.RESOURCE.text(), Xacml.CATEGORY_RESOURCE,
            Member.ACTION.text(), Xacml.CATEGORY_ACTION,
            Member.ENVIRONMENT.text(), Xacml.CATEGORY_ENVIRONMENT)));

    /** Data types, by identifier and by the short name of the JSON profile §3.3. */
    static final WordTable<String> DATA_TYPES = WordTable.of(withSelves(shortDataTypes()));

    static final WordTable<String> ATTRIBUTES = WordTable.of(Stream.of(
                    Xacml.SUBJECT_ID,
                    Xacml.RESOURCE_ID,
                    Xacml.ACTION_ID,
                    Xacml.CURRENT_TIME,
                    Xacml.CURRENT_DATE,
                    Xacml.CURRENT_DATE_TIME,
                    "urn:oasis:names:tc:xacml:2.0:subject:role")
            .collect(Collectors.toMap(Function.identity(), Function.identity())));

    private Identifiers() {}

    private static Map<String, String> shortDataTypes() {
        var types = new HashMap<String, String>();
        Stream.of(
                        "string",
                        "boolean",
                        "integer",
                        "double",
                        "time",
                        "date",
                        "dateTime",
                        "dayTimeDuration",
                        "yearMonthDuration",
                        "anyURI",
                        "hexBinary",
                        "base64Binary")
                .forEach(name -> types.put(name, SCHEMA + name));
        Stream.of("rfc822Name", "x500Name").forEach(name -> types.put(name, XACML_1 + name));
        Stream.of("ipAddress", "dnsName").forEach(name -> types.put(name, XACML_2 + name));
        types.put("xpathExpression", XPATH_EXPRESSION);
        return types;
    }

    private static Map<String, String> withSelves(Map<String, String> shortNames) {
        var all = new HashMap<>(shortNames);
        shortNames.values().forEach(identifier -> all.put(identifier, identifier));
        return all;
    }
}

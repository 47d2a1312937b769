package no.klarert.policy;

/** Identifiers of XACML 3.0 (appendix B) and its data types (§10.2.7). */
public final class Xacml {
    public static final String NAMESPACE = "urn:oasis:names:tc:xacml:3.0:core:schema:wd-17";

    public static final String CATEGORY_ACCESS_SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    public static final String CATEGORY_RECIPIENT_SUBJECT =
            "urn:oasis:names:tc:xacml:1.0:subject-category:recipient-subject";
    public static final String CATEGORY_INTERMEDIARY_SUBJECT =
            "urn:oasis:names:tc:xacml:1.0:subject-category:intermediary-subject";
    public static final String CATEGORY_CODEBASE = "urn:oasis:names:tc:xacml:1.0:subject-category:codebase";
    public static final String CATEGORY_REQUESTING_MACHINE =
            "urn:oasis:names:tc:xacml:1.0:subject-category:requesting-machine";
    public static final String CATEGORY_RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    public static final String CATEGORY_ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";
    public static final String CATEGORY_ENVIRONMENT = "urn:oasis:names:tc:xacml:3.0:attribute-category:environment";

    public static final String SUBJECT_ID = "urn:oasis:names:tc:xacml:1.0:subject:subject-id";
    public static final String RESOURCE_ID = "urn:oasis:names:tc:xacml:1.0:resource:resource-id";
    public static final String ACTION_ID = "urn:oasis:names:tc:xacml:1.0:action:action-id";
    public static final String CURRENT_TIME = "urn:oasis:names:tc:xacml:1.0:environment:current-time";
    public static final String CURRENT_DATE = "urn:oasis:names:tc:xacml:1.0:environment:current-date";
    public static final String CURRENT_DATE_TIME = "urn:oasis:names:tc:xacml:1.0:environment:current-dateTime";

    public static final String TYPE_STRING = "http://www.w3.org/2001/XMLSchema#string";
    public static final String TYPE_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";
    public static final String TYPE_INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
    public static final String TYPE_DOUBLE = "http://www.w3.org/2001/XMLSchema#double";
    public static final String TYPE_DATE = "http://www.w3.org/2001/XMLSchema#date";
    public static final String TYPE_TIME = "http://www.w3.org/2001/XMLSchema#time";
    public static final String TYPE_DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";
    public static final String TYPE_ANY_URI = "http://www.w3.org/2001/XMLSchema#anyURI";

    public static final String TYPE_DAY_TIME_DURATION = "http://www.w3.org/2001/XMLSchema#dayTimeDuration";
    public static final String TYPE_YEAR_MONTH_DURATION = "http://www.w3.org/2001/XMLSchema#yearMonthDuration";
    public static final String TYPE_HEX_BINARY = "http://www.w3.org/2001/XMLSchema#hexBinary";
    public static final String TYPE_BASE64_BINARY = "http://www.w3.org/2001/XMLSchema#base64Binary";
    public static final String TYPE_RFC822_NAME = "urn:oasis:names:tc:xacml:1.0:data-type:rfc822Name";
    public static final String TYPE_X500_NAME = "urn:oasis:names:tc:xacml:1.0:data-type:x500Name";
    public static final String TYPE_IP_ADDRESS = "urn:oasis:names:tc:xacml:2.0:data-type:ipAddress";
    public static final String TYPE_DNS_NAME = "urn:oasis:names:tc:xacml:2.0:data-type:dnsName";
    public static final String TYPE_XPATH_EXPRESSION = "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression";

    public static final String STATUS_OK = "urn:oasis:names:tc:xacml:1.0:status:ok";
    public static final String STATUS_MISSING_ATTRIBUTE = "urn:oasis:names:tc:xacml:1.0:status:missing-attribute";
    public static final String STATUS_SYNTAX_ERROR = "urn:oasis:names:tc:xacml:1.0:status:syntax-error";
    public static final String STATUS_PROCESSING_ERROR = "urn:oasis:names:tc:xacml:1.0:status:processing-error";

    public static final String DENY_OVERRIDES = "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides";
    public static final String PERMIT_OVERRIDES =
            "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:permit-overrides";
    public static final String ORDERED_DENY_OVERRIDES =
            "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:ordered-deny-overrides";
    public static final String ORDERED_PERMIT_OVERRIDES =
            "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:ordered-permit-overrides";
    public static final String DENY_UNLESS_PERMIT =
            "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-unless-permit";
    public static final String PERMIT_UNLESS_DENY =
            "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:permit-unless-deny";
    public static final String FIRST_APPLICABLE =
            "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:first-applicable";

    private Xacml() {}
}

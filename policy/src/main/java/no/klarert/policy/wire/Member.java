package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every member of the objects of the JSON profile of XACML 3.0, version 1.1. */
enum Member {
    REQUEST("Request"),
    RETURN_POLICY_ID_LIST("ReturnPolicyIdList"),
    COMBINED_DECISION("CombinedDecision"),
    XPATH_VERSION("XPathVersion"),
    CATEGORY("Category"),
    ACCESS_SUBJECT("AccessSubject"),
    RECIPIENT_SUBJECT("RecipientSubject"),
    INTERMEDIARY_SUBJECT("IntermediarySubject"),
    CODEBASE("Codebase"),
    REQUESTING_MACHINE("RequestingMachine"),
    RESOURCE("Resource"),
    ACTION("Action"),
    ENVIRONMENT("Environment"),
    MULTI_REQUESTS("MultiRequests"),
    REQUEST_REFERENCE("RequestReference"),
    REFERENCE_ID("ReferenceId"),
    CATEGORY_ID("CategoryId"),
    ID("Id"),
    CONTENT("Content"),
    ATTRIBUTE("Attribute"),
    ATTRIBUTE_ID("AttributeId"),
    ISSUER("Issuer"),
    DATA_TYPE("DataType"),
    INCLUDE_IN_RESULT("IncludeInResult"),
    VALUE("Value"),
    RESPONSE("Response"),
    DECISION("Decision"),
    STATUS("Status"),
    STATUS_CODE("StatusCode"),
    STATUS_MESSAGE("StatusMessage"),
    STATUS_DETAIL("StatusDetail"),
    OBLIGATIONS("Obligations"),
    ASSOCIATED_ADVICE("AssociatedAdvice"),
    ATTRIBUTE_ASSIGNMENT("AttributeAssignment"),
    POLICY_IDENTIFIER_LIST("PolicyIdentifierList"),
    POLICY_ID_REFERENCE("PolicyIdReference"),
    POLICY_SET_ID_REFERENCE("PolicySetIdReference"),
    VERSION("Version"),
    /** Any other name. Several of them may stand in one object. */
    UNKNOWN("");

    static final WordTable<Member> BY_NAME = WordTable.of(Stream.of(values())
            .filter(member -> member != UNKNOWN)
            .collect(Collectors.toMap(Member::text, member -> member)));

    private final String text;
    // Written to many times per answer and never changed; it does not leave this package.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] written;

    Member(String text) {
        this.text = text;
        this.written = ("\"" + text + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    String text() {
        return text;
    }

    /** The name as JSON, with its colon. Not to be changed. */
    byte[] written() {
        return written;
    }

    /** A bit of its own, to tell which members an object has had. */
    @SuppressWarnings("EnumOrdinal") // any number that differs from the others' would do
    long bit() {
        return 1L << ordinal();
    }
}

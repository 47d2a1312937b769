package no.klarert.pdp;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.klarert.policy.Xacml;
import no.klarert.storage.Bytes;

/** XML of small policies for tests, with one Permit obligation: authentication level 3. */
final class PolicyXml {
    private static final String EQUAL = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
    private static final String IGNORING_CASE = "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case";

    private PolicyXml() {}

    static Bytes policy(String... rules) {
        return combined(Xacml.DENY_OVERRIDES, rules);
    }

    static Bytes combined(String algorithm, String... rules) {
        var xml = """
                <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="urn:test:policy" Version="1.0"
                    RuleCombiningAlgId="%s">
                  <Target/>
                  %s
                  <ObligationExpressions>
                    <ObligationExpression ObligationId="urn:test:level" FulfillOn="Permit">
                      <AttributeAssignmentExpression AttributeId="urn:test:assignment"
                          Category="urn:altinn:minimum-authenticationlevel">
                        <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">3</AttributeValue>
                      </AttributeAssignmentExpression>
                    </ObligationExpression>
                  </ObligationExpressions>
                </Policy>
                """.formatted(algorithm, String.join("", rules));
        return Bytes.of(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A Permit rule for one subject attribute, one resource and any of the actions. */
    static String permit(String subjectType, String subject, String resource, String... actions) {
        return rule("Permit", subjectType, subject, resource, actions);
    }

    static String deny(String subjectType, String subject, String resource, String... actions) {
        return rule("Deny", subjectType, subject, resource, actions);
    }

    private static String rule(String effect, String subjectType, String subject, String resource, String... actions) {
        var id = Integer.toHexString((effect + subjectType + subject + String.join(",", actions)).hashCode());
        return """
                <Rule RuleId="urn:test:rule:%s" Effect="%s"><Target>
                  <AnyOf>%s</AnyOf>
                  <AnyOf>%s</AnyOf>
                  <AnyOf>%s</AnyOf>
                </Target></Rule>
                """.formatted(
                        id,
                        effect,
                        match(IGNORING_CASE, Xacml.CATEGORY_ACCESS_SUBJECT, subjectType, subject),
                        match(EQUAL, Xacml.CATEGORY_RESOURCE, AttributeIds.RESOURCE, resource),
                        Arrays.stream(actions)
                                .map(action -> match(EQUAL, Xacml.CATEGORY_ACTION, Xacml.ACTION_ID, action))
                                .collect(Collectors.joining()));
    }

    private static String match(String function, String category, String attributeId, String value) {
        return """
                <AllOf><Match MatchId="%s">
                  <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">%s</AttributeValue>
                  <AttributeDesignator Category="%s" AttributeId="%s"
                      DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
                </Match></AllOf>
                """.formatted(function, value, category, attributeId);
    }
}

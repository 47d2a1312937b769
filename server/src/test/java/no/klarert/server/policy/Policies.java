package no.klarert.server.policy;

/** Policies that the tests write to files. */
final class Policies {
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private Policies() {}

    /** Permits a subject that has the role. */
    static String permits(String role) {
        return policy("p", """
                <Rule RuleId="r" Effect="Permit">
                  <Target><AnyOf><AllOf>
                    <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
                      <AttributeValue DataType="%1$s">%2$s</AttributeValue>
                      <AttributeDesignator AttributeId="urn:role" DataType="%1$s" MustBePresent="false"
                          Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"/>
                    </Match>
                  </AllOf></AnyOf></Target>
                </Rule>""".formatted(STRING, role));
    }

    /** Permits whoever is at least so old. */
    static String permitsFrom(int age) {
        return policy("p", """
                <Rule RuleId="r" Effect="Permit">
                  <Condition>
                    <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:integer-greater-than-or-equal">
                      <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:integer-one-and-only">
                        <AttributeDesignator AttributeId="urn:age" DataType="http://www.w3.org/2001/XMLSchema#integer"
                            Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
                            MustBePresent="true"/>
                      </Apply>
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">%d</AttributeValue>
                    </Apply>
                  </Condition>
                </Rule>""".formatted(age));
    }

    /** Permits before noon. */
    static String permitsBeforeNoon() {
        return policy("p", """
                <Rule RuleId="r" Effect="Permit">
                  <Condition>
                    <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:time-less-than">
                      <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:time-one-and-only">
                        <AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:environment:current-time"
                            DataType="http://www.w3.org/2001/XMLSchema#time"
                            Category="urn:oasis:names:tc:xacml:3.0:attribute-category:environment"
                            MustBePresent="true"/>
                      </Apply>
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#time">12:00:00Z</AttributeValue>
                    </Apply>
                  </Condition>
                </Rule>""");
    }

    /** Permits all, with an obligation and two pieces of advice. */
    static String permitsWithDuties() {
        return policy("p", """
                <Rule RuleId="r" Effect="Permit"/>
                <ObligationExpressions>
                  <ObligationExpression ObligationId="urn:log" FulfillOn="Permit">
                    <AttributeAssignmentExpression AttributeId="urn:level">
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">3</AttributeValue>
                    </AttributeAssignmentExpression>
                  </ObligationExpression>
                </ObligationExpressions>
                <AdviceExpressions>
                  <AdviceExpression AdviceId="urn:tell" AppliesTo="Permit">
                    <AttributeAssignmentExpression AttributeId="urn:who">
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">Ola</AttributeValue>
                    </AttributeAssignmentExpression>
                  </AdviceExpression>
                  <AdviceExpression AdviceId="urn:tell" AppliesTo="Permit">
                    <AttributeAssignmentExpression AttributeId="urn:who">
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">Kari</AttributeValue>
                    </AttributeAssignmentExpression>
                  </AdviceExpression>
                </AdviceExpressions>""");
    }

    /** Refers to a policy {@code p}. */
    static String refersToP() {
        return """
                <PolicySet xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicySetId="s" Version="1.0"
                    PolicyCombiningAlgId="urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable">
                  <Target/>
                  <PolicyIdReference>p</PolicyIdReference>
                </PolicySet>
                """;
    }

    /** Names an algorithm that combines policies, which a lenient compiler tolerates. */
    static String combinesPolicies() {
        return permits("DAGL").replace("rule-combining-algorithm", "policy-combining-algorithm");
    }

    /** An effect that does not exist, in line 4 column 1. */
    static String broken() {
        return policy("p", "<Rule RuleId=\"r\" Effect=\"permit\"/>");
    }

    private static String policy(String id, String content) {
        return """
                <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="%s" Version="1.0"
                    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
                <Target/>
                %s
                </Policy>
                """.formatted(id, content);
    }
}

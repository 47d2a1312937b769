package no.klarert.policy.read;

import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.Compiling.warnings;
import static no.klarert.policy.Dialect.ALTINN;
import static no.klarert.policy.Dialect.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Compiling;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema of XACML 3.0 forbids. What could change a decision is refused in both dialects. */
class SchemaCheckTest {
    private static final String RULE =
            PolicyXml.permit("r", PolicyXml.only(PolicyXml.equal("action", Xacml.ACTION_ID, "read")));
    private static final String OBLIGATION = PolicyXml.obligations(
            PolicyXml.obligation("o", "Permit", PolicyXml.assignment("a", PolicyXml.value("string", "x"))));
    private static final String GOOD = PolicyXml.policy("deny-overrides", RULE, OBLIGATION);

    private static String instead(String what, String of) {
        assertThat(GOOD).contains(of);
        return GOOD.replace(of, what);
    }

    private static void assertRefused(String xml, String... errors) {
        assertThat(errors(xml, STANDARD)).containsExactly(errors);
        assertThat(errors(xml, ALTINN)).containsExactly(errors);
    }

    private static void assertDeviates(String xml, String... issues) {
        assertThat(errors(xml, STANDARD)).containsExactly(issues);
        assertThat(warnings(xml, ALTINN)).contains(issues);
    }

    @Test
    void takes_what_the_schema_allows() {
        assertThat(warnings(GOOD, STANDARD)).isEmpty();
        assertThat(warnings(GOOD, ALTINN)).isEmpty();
    }

    @Test
    void refuses_another_root() {
        assertRefused("<Policy/>", "<Policy> the namespace is ``, not `" + Xacml.NAMESPACE + "`");
        var version2 = "urn:oasis:names:tc:xacml:2.0:policy:schema:os";
        assertRefused(
                instead(version2, Xacml.NAMESPACE),
                "<Policy> the namespace is `" + version2 + "`, not `" + Xacml.NAMESPACE + "`");
        assertThat(errors("<PolicySet xmlns=\"" + Xacml.NAMESPACE + "\"/>", ALTINN))
                .containsExactly("<PolicySet> policy sets are not supported, only single policies");
        assertRefused(
                "<Request xmlns=\"" + Xacml.NAMESPACE + "\"/>",
                "<Request> the document is a `Request`, not a `Policy` or `PolicySet`");
    }

    @Test
    void refuses_elements_it_does_not_know() {
        assertRefused(instead("<Foo/><Target/>", "<Target/>"), "<Foo> unknown element `Foo`");
        assertRefused(instead("<Target xmlns=\"urn:other\"/>", "<Target/>"), "<Target> unknown element `Target`");
        assertRefused(instead("<x:Target xmlns:x=\"urn:other\"/>", "<Target/>"), "<x:Target> unknown element `Target`");
    }

    @Test
    void does_not_look_into_an_element_it_does_not_know() {
        assertRefused(instead("<Foo><Bar/><Rule/></Foo><Target/>", "<Target/>"), "<Foo> unknown element `Foo`");
    }

    @Test
    void refuses_known_elements_in_strange_places() {
        assertRefused(
                instead("<Target/>" + PolicyXml.value("string", "x"), "<Target/>"),
                "<AttributeValue> `AttributeValue` must not stand here in `Policy`");
        assertRefused(
                instead("<Target><Rule RuleId='x' Effect='Deny'/></Target>", "<Target/>"),
                "<Rule> `Rule` must not stand here in `Target`");
    }

    @Test
    void refuses_text_between_elements_and_elements_between_text() {
        assertRefused(
                instead("<Target>x</Target>", "<Target/>"),
                "<Target> `Target` holds text where only elements may stand");
        assertRefused(
                instead("rea<Description/>d", "read"),
                "<AttributeValue> `AttributeValue` holds elements where only text may stand");
    }

    @ParameterizedTest
    @CsvSource({
        "RuleCombiningAlgId, <Policy>",
        "RuleId, <Rule>",
        "Effect, <Rule>",
        "MatchId, <Match>",
        "AttributeId, <AttributeDesignator>",
        "Category, <AttributeDesignator>",
        "ObligationId, <ObligationExpression>",
        "FulfillOn, <ObligationExpression>"
    })
    void refuses_an_element_without_an_attribute_it_needs(String attribute, String tag) {
        var element = tag.substring(1, tag.length() - 1);
        var removed = GOOD.replaceFirst("(<" + element + "[^>]*) " + attribute + "=\"[^\"]*\"", "$1");
        assertThat(removed).isNotEqualTo(GOOD);
        var expected = tag + " `" + element + "` lacks the attribute `" + attribute + "`";
        assertRefused(removed, expected);
        assertRefused(GOOD.replaceFirst("(<" + element + "[^>]* " + attribute + "=\")[^\"]*\"", "$1\""), expected);
    }

    @ParameterizedTest
    @CsvSource({"PolicyId, Policy", "Version, Policy", "MustBePresent, AttributeDesignator"})
    void an_attribute_that_harms_nobody_by_its_absence_is_missed(String attribute, String element) {
        assertDeviates(
                GOOD.replaceFirst(" " + attribute + "=\"[^\"]*\"", ""),
                "<" + element + "> `" + element + "` lacks the attribute `" + attribute + "`");
    }

    @Test
    void an_unknown_attribute_is_noticed() {
        assertDeviates(
                instead("RuleId=\"r\" Efect=\"Deny\"", "RuleId=\"r\""),
                "<Rule> `Rule` has an unknown attribute `Efect`");
        assertThat(warnings(instead("<AttributeValue x='' DataType", "<AttributeValue DataType"), STANDARD))
                .isEmpty();
    }

    @Test
    void another_order_is_noticed() {
        assertDeviates(
                PolicyXml.policy("deny-overrides", OBLIGATION, RULE), "<Rule> `Rule` must not stand here in `Policy`");
    }

    @Test
    void a_policy_without_a_target_is_noticed() {
        assertDeviates(instead("", "<Target/>"), "<Policy> `Policy` lacks the element `Target`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Target/><Target/> | <Target> `Policy` holds more than one `Target`",
                "<Target><AnyOf/></Target> | <AnyOf> `AnyOf` lacks the element `AllOf`",
                "<Target><AnyOf><AllOf/></AnyOf></Target> | <AllOf> `AllOf` lacks the element `Match`"
            })
    void refuses_too_few_and_too_many_elements(String target, String error) {
        assertRefused(instead(target, "<Target/>"), error);
    }

    @Test
    void refuses_a_match_without_its_two_sides() {
        var value = PolicyXml.value("string", "x");
        var attribute = PolicyXml.designator("action", Xacml.ACTION_ID, "string");
        assertRefused(
                PolicyXml.policy(
                        "deny-overrides",
                        PolicyXml.permit("r", PolicyXml.only(PolicyXml.match("string-equal", value, "")))),
                "<Match> `Match` lacks the element `AttributeDesignator` or `AttributeSelector`");
        assertRefused(
                PolicyXml.policy(
                        "deny-overrides",
                        PolicyXml.permit("r", PolicyXml.only(PolicyXml.match("string-equal", "", attribute)))),
                "<Match> `Match` lacks the element `AttributeValue`");
        assertRefused(
                PolicyXml.policy(
                        "deny-overrides",
                        PolicyXml.permit(
                                "r", PolicyXml.only(PolicyXml.match("string-equal", value + value, attribute)))),
                "<AttributeValue> `Match` holds more than one `AttributeValue`");
    }

    @Test
    void refuses_a_condition_and_a_variable_of_none_or_two_expressions() {
        var truth = PolicyXml.value("boolean", "true");
        assertRefused(
                PolicyXml.policy("deny-overrides", PolicyXml.permit("r", "<Condition/>")),
                "<Condition> `Condition` lacks the element `Apply` or `AttributeDesignator` or `AttributeSelector` or"
                        + " `AttributeValue` or `Function` or `VariableReference`");
        assertRefused(
                PolicyXml.policy(
                        "deny-overrides", PolicyXml.permit("r", "<Condition>" + truth + truth + "</Condition>")),
                "<AttributeValue> `Condition` holds more than one `AttributeValue`");
        assertThat(errors(PolicyXml.policy("deny-overrides", PolicyXml.variable("v", "")), ALTINN))
                .singleElement()
                .asString()
                .startsWith("<VariableDefinition> `VariableDefinition` lacks the element");
    }

    @Test
    void refuses_attribute_selectors() {
        var selector = "<AttributeSelector Category='c' Path='p' DataType='t' MustBePresent='false'/>";
        var value = PolicyXml.value("string", "x");
        assertRefused(
                PolicyXml.policy(
                        "deny-overrides",
                        PolicyXml.permit("r", PolicyXml.only(PolicyXml.match("string-equal", value, selector)))),
                "<AttributeSelector> attribute selectors are not supported");
        assertRefused(
                PolicyXml.policy("deny-overrides", PolicyXml.permit("r", PolicyXml.condition(selector))),
                "<AttributeSelector> attribute selectors are not supported");
    }

    @ParameterizedTest
    @CsvSource({"permit", "PERMIT", "Allow", "'Permit '", "'Permit Deny'"})
    void refuses_an_effect_that_is_none(String effect) {
        assertRefused(
                instead("Effect=\"" + effect + "\"", "Effect=\"Permit\""),
                "<Rule> `Effect` is `" + effect + "`, not `Permit` or `Deny`");
        assertRefused(
                instead("FulfillOn=\"" + effect + "\"", "FulfillOn=\"Permit\""),
                "<ObligationExpression> `FulfillOn` is `" + effect + "`, not `Permit` or `Deny`");
    }

    @Test
    void refuses_a_demand_for_presence_that_is_neither_true_nor_false() {
        assertRefused(
                instead("MustBePresent=\"yes\"", "MustBePresent=\"false\""),
                "<AttributeDesignator> `MustBePresent` is `yes`, not `true` or `false`");
    }

    @Test
    void a_policy_with_an_issuer_is_refused_where_the_issuer_would_have_to_be_trusted() {
        assertDeviates(
                instead("<PolicyIssuer><Attribute/></PolicyIssuer><Target/>", "<Target/>"),
                "<PolicyIssuer> the issuer of a policy is not supported, it is not checked");
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once_in_the_order_of_the_source() {
        var xml = PolicyXml.policy(
                "deny-overrides",
                PolicyXml.variable("v", PolicyXml.apply("no-such-function", PolicyXml.value("integer", "x"))),
                "<Rule Effect='Permit'/>",
                "<Foo/>",
                PolicyXml.permit("r", PolicyXml.condition(PolicyXml.value("string", "x"))));
        assertThat(errors(xml, STANDARD))
                .containsExactly(
                        "<Apply> unknown function `urn:oasis:names:tc:xacml:1.0:function:no-such-function`",
                        "<Rule> `Rule` lacks the attribute `RuleId`",
                        "<Foo> unknown element `Foo`",
                        "<AttributeValue> a condition must give one boolean, this gives one string");
        assertThat(Compiling.rejected(PolicyXml.bytes(xml), STANDARD))
                .isSortedAccordingTo((a, b) -> a.line() - b.line());
    }
}

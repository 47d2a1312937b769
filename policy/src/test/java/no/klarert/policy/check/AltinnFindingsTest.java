package no.klarert.policy.check;

import static no.klarert.policy.Compiling.warnings;
import static no.klarert.policy.Dialect.ALTINN;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.CompilationResult;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;

/** What looks like a mistake is said, and what does not is not (Altinn's dialect). */
class AltinnFindingsTest {
    private static final String BY_PACKAGE = equal("subject", "urn:altinn:accesspackage", "tax");
    private static final String BY_ROLE = match(
            "string-equal-ignore-case",
            value("string", "DAGL"),
            designator("subject", "urn:altinn:rolecode", "string"));
    private static final String RIGHT_BY_RIGHT = "<Policy> no rule applies to a system user by its access packages:"
            + " it is permitted only what is delegated to it right by right";
    private static final String NOTHING = "<Policy> no rule can apply to a system user, and none names a role or access"
            + " package whose rights could be delegated to one";

    private static void assertFound(String match, String... findings) {
        assertThat(warnings(policy("deny-overrides", permit("r", only(match))), ALTINN))
                .containsExactly(findings);
    }

    @Test
    void a_policy_that_gives_system_users_nothing_but_delegated_rights_is_found() {
        assertFound(BY_ROLE, RIGHT_BY_RIGHT);
        assertFound(BY_PACKAGE);
        var both = permit("r", target(anyOf(allOf(BY_ROLE), allOf(BY_PACKAGE))));
        assertThat(warnings(policy("deny-overrides", both), ALTINN)).isEmpty();
        var together = permit("r", target(anyOf(allOf(BY_ROLE, BY_PACKAGE))));
        assertThat(warnings(policy("deny-overrides", together), ALTINN)).containsExactly(NOTHING);
    }

    @Test
    void a_policy_that_gives_system_users_nothing_at_all_is_found() {
        assertFound(equal("subject", "urn:altinn:org", "skd"), NOTHING);
        assertFound(equal("subject", "urn:altinn:systemuser:uuid", "0"));
        assertFound(equal("action", Xacml.ACTION_ID, "read"));
    }

    @Test
    void system_users_do_not_matter_where_rules_permit_nobody_or_everybody() {
        assertThat(warnings(policy("deny-overrides", deny("d", only(BY_ROLE))), ALTINN))
                .isEmpty();
        assertThat(warnings(policy("permit-unless-deny", permit("p", only(BY_ROLE))), ALTINN))
                .doesNotContain(RIGHT_BY_RIGHT);
    }

    @Test
    void an_attribute_that_nobody_knows_is_found() {
        assertFound(
                equal("resource", "urn:own:thing", "x"),
                "<AttributeDesignator> no resource attribute `urn:own:thing` is known: it has a value only if the caller"
                        + " sends one");
        assertFound(equal("resource", "urn:altinn:task", "x"));
    }

    @Test
    void an_attribute_of_another_category_is_found() {
        assertFound(
                equal("resource", "urn:altinn:rolecode", "dagl"),
                "<AttributeDesignator> `urn:altinn:rolecode` is not an attribute of the resource");
        assertFound(
                equal("action", "urn:altinn:resource", "x"),
                "<AttributeDesignator> `urn:altinn:resource` is not an attribute of the action");
        assertFound(equal("resource", "urn:altinn:organization:identifier-no", "x"));
    }

    @Test
    void an_attribute_that_is_all_but_a_known_one_is_found_once() {
        var one = allOf(equal("resource", "urn:altinn:resourse", "x"));
        var other = allOf(equal("resource", "urn:altinn:resourse", "y"));
        assertThat(warnings(policy("deny-overrides", permit("r", target(anyOf(one, other)))), ALTINN))
                .containsExactly("<AttributeDesignator> no resource attribute `urn:altinn:resourse` is known:"
                        + " did you mean `urn:altinn:resource`?");
        var category = Xacml.CATEGORY_ACCESS_SUBJECT + "s";
        assertThat(warnings(policy("deny-overrides", permit("r", only(equal(category, "x", "y")))), ALTINN))
                .contains("<AttributeDesignator> the category `" + category + "` is not a known one; did you mean `"
                        + Xacml.CATEGORY_ACCESS_SUBJECT + "`?");
    }

    @Test
    void a_literal_that_no_value_equals_is_found() {
        var number = designator("resource", "urn:altinn:partyid", "integer");
        assertFound(
                match("integer-equal", value("integer", "99999999999"), number),
                "<AttributeValue> `99999999999` is no integer of 32 bits: nothing equals it");
        assertFound(match("integer-equal", value("integer", "5"), number));
        assertFound(
                match(
                        "string-equal",
                        value("anyURI", "tax"),
                        designator("subject", "urn:altinn:accesspackage", "string")),
                "<AttributeValue> the values of `urn:altinn:accesspackage` are strings, which no `" + Xacml.TYPE_ANY_URI
                        + "` equals");
        assertFound(
                match("string-equal", value("String", "x"), designator("resource", "urn:altinn:task", "string")),
                "<AttributeValue> the data type `http://www.w3.org/2001/XMLSchema#String` is not known: no value"
                        + " sent as JSON has it");
    }

    @Test
    void a_role_code_in_upper_case_is_found_where_case_counts() {
        assertFound(
                equal("subject", "urn:altinn:rolecode", "DAGL"),
                RIGHT_BY_RIGHT,
                "<Match> role codes come in lower case, which `DAGL` does not equal; compare with"
                        + " `string-equal-ignore-case`");
        assertFound(equal("subject", "urn:altinn:rolecode", "dagl"), RIGHT_BY_RIGHT);
    }

    @Test
    void a_repeated_alternative_is_found() {
        var twice = permit("r", target(anyOf(allOf(BY_PACKAGE), allOf(BY_PACKAGE))));
        assertThat(warnings(policy("deny-overrides", twice), ALTINN))
                .containsExactly("<AllOf> this `AllOf` repeats the one of line 6");
    }

    @Test
    void a_repeated_alternative_is_kept_where_a_missing_attribute_may_stand_between() {
        var read = allOf(equal("action", Xacml.ACTION_ID, "read"));
        var present = match("string-equal", value("string", "x"), required("action", Xacml.ACTION_ID, "string"));
        var rule = permit("r", target(anyOf(read, allOf(present), read)));
        assertThat(warnings(policy("deny-overrides", rule), ALTINN)).noneMatch(warning -> warning.contains("repeats"));
    }

    @Test
    void white_space_around_a_text_is_found() {
        assertFound(
                equal("subject", "urn:altinn:accesspackage", " tax"),
                "<AttributeValue> the white space around `tax` belongs to the text compared");
    }

    /** A policy that cannot always be decided must not be lost among hundreds of warnings. */
    @Test
    void the_first_issue_of_each_severity_is_listed_however_many_there_are() {
        var rules = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rules.append(permit("r", only(BY_PACKAGE)));
        }
        rules.append(permit(
                "x",
                only(match(
                        "string-contains",
                        value("string", "x"),
                        designator("resource", "urn:altinn:task", "string")))));
        var result = PolicyCompiler.compile(PolicyXml.bytes(policy("deny-overrides", rules.toString())), ALTINN);
        assertThat(((CompilationResult.Compiled) result).warnings())
                .anyMatch(issue -> issue.severity() == Severity.UNDECIDABLE);
    }
}

package no.klarert.policy;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicySetXml.always;
import static no.klarert.policy.PolicySetXml.policySet;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An explanation tells of every element that was looked at what it came to and which values led to that. */
class ExplanationTest {
    private static String told(String xml, Dialect dialect, Request request) {
        var policy = compiled(xml, dialect);
        var explanation = policy.explain(request);
        assertThat(explanation.decision()).isEqualTo(policy.evaluate(request));
        return told(explanation.root(), "");
    }

    private static String told(Explanation.Step step, String indent) {
        var because = step.because().isEmpty() ? "" : " (" + step.because() + ")";
        return indent + step.what() + ": " + step.outcome() + because + "\n"
                + step.parts().stream().map(part -> told(part, indent + "  ")).collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void names_the_attribute_and_the_value_that_decided(Dialect dialect) {
        var xml = policy(
                "deny-overrides",
                permit("r", target(anyOf(allOf(equal("subject", "role", "A")), allOf(equal("subject", "role", "B"))))));
        assertThat(told(xml, dialect, request("subject role string B")))
                .contains("rule `r` (Permit): Permit")
                .contains("`role` is one of `A`, `B`: matches (the request has `B`)");
        assertThat(told(xml, dialect, request("subject role string C")))
                .contains("rule `r` (Permit): NotApplicable")
                .contains("`role` is one of `A`, `B`: does not match (the request has `C`)");
        assertThat(told(xml, dialect, request())).contains("does not match (the request has no value)");
    }

    @Test
    void tells_the_values_inside_a_condition() {
        var xml = policy(
                "deny-overrides",
                permit(
                        "r",
                        condition(apply(
                                "integer-greater-than",
                                apply("integer-one-and-only", designator("subject", "age", "integer")),
                                value("integer", "18")))));
        assertThat(told(xml, Dialect.STANDARD, request("subject age integer 17")))
                .contains("condition: false")
                .contains("integer-greater-than: false")
                .contains("integer-one-and-only: `17`")
                .contains("attribute `age`: `17`");
        assertThat(told(xml, Dialect.STANDARD, request())).contains("rule `r` (Permit): Indeterminate{P}");
    }

    @Test
    void names_variables_and_the_functions_that_are_given_to_functions() {
        var any = apply(
                "any-of",
                PolicyXml.functionReference("string-equal"),
                value("string", "A"),
                designator("subject", "role", "string"));
        var xml = policy(
                "deny-overrides", PolicyXml.variable("hasA", any), permit("r", condition(PolicyXml.reference("hasA"))));
        assertThat(told(xml, Dialect.STANDARD, request("subject role string B", "subject role string A")))
                .contains("variable `hasA`: true")
                .contains("any-of `string-equal`: true")
                .contains("attribute `role`: `B`, `A`");
    }

    @Test
    void tells_which_policies_were_not_looked_at() {
        var set = policySet("s", "first-applicable", always("p1", "Deny"), always("p2", "Permit"));
        assertThat(told(set, Dialect.STANDARD, request())).isEqualTo("""
                policy set `s`: Deny
                  policy `p1`: Deny
                    rule `r` (Permit): Deny
                  1 others: not looked at (the decision was certain)
                """.replace("(Permit)", "(Deny)"));
    }

    @Test
    void tells_why_most_of_many_policies_do_not_apply() {
        var members = IntStream.range(0, 1_000)
                .mapToObj(i -> PolicySetXml.policy(
                        "p" + i, "deny-overrides", only(equal("resource", "id", "res" + i)), deny("r")))
                .toArray(String[]::new);
        assertThat(told(
                        policySet("s", "deny-overrides", members),
                        Dialect.STANDARD,
                        request("resource id string res7")))
                .isEqualTo("""
                        policy set `s`: Deny
                          policy `p7`: Deny
                            target: `id` is `res7`: matches (the request has `res7`)
                            rule `r` (Deny): Deny
                          999 others: NotApplicable (each demands another value of `id`)
                        """);
    }

    @Test
    void names_a_rule_without_a_target_also_where_an_index_asks_its_effect_alone() {
        var rules = IntStream.range(0, 70)
                .mapToObj(i -> i == 5 ? permit("any") : permit("r" + i, only(equal("resource", "id", "res" + i))))
                .toArray(String[]::new);
        assertThat(told(policy("deny-overrides", rules), Dialect.STANDARD, request()))
                .contains("rule `any` (Permit): Permit");
    }

    @Test
    void shows_no_more_of_a_value_than_a_line_holds() {
        var xml = policy("deny-overrides", permit("r", only(equal("subject", "role", "A"))));
        var told = told(xml, Dialect.STANDARD, request("subject role string x\n" + "y".repeat(10_000)));
        assertThat(told.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(300);
        assertThat(told.lines()).hasSize(3);
    }

    @Test
    void tells_that_the_request_is_malformed() {
        var xml = policy("deny-overrides", permit("r"));
        assertThat(told(xml, Dialect.STANDARD, request("subject age integer old")))
                .contains("Indeterminate{DP} (a value of `age` is malformed)");
    }
}

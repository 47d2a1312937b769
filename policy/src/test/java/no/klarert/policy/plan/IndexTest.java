package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicySetXml.policySet;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicySetXml;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Children are only left out where they would have been not applicable. Every rule permits and names itself. */
class IndexTest {
    private static String[] rules(String... targets) {
        return IntStream.range(0, targets.length)
                .mapToObj(i -> permit("r" + i, targets[i], duty("r" + i)))
                .toArray(String[]::new);
    }

    private static String duty(String id) {
        return obligations(obligation(id, "Permit", assignment("a", value("string", "x"))));
    }

    private static List<String> permitted(Decision decision) {
        return decision.obligations().stream().map(Obligation::id).toList();
    }

    private static Decision decide(Request request, String... targets) {
        return compiled(policy("deny-overrides", rules(targets)), Dialect.STANDARD)
                .evaluate(request);
    }

    private static String resource(String text) {
        return only(equal("resource", "id", text));
    }

    private static String[] tenResources(String... more) {
        var targets = new ArrayList<>(
                IntStream.range(0, 10).mapToObj(i -> resource("res" + i)).toList());
        targets.addAll(List.of(more));
        return targets.toArray(String[]::new);
    }

    @Test
    void finds_the_children_under_a_text_in_document_order() {
        var targets = tenResources(resource("res3"), resource("res11"));
        assertThat(permitted(decide(request("resource id string res3"), targets)))
                .containsExactly("r3", "r10");
        assertThat(decide(request("resource id string other"), targets).value())
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(decide(request(), targets).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void finds_the_children_under_each_of_several_values_once() {
        var targets = tenResources(
                target(anyOf(allOf(equal("resource", "id", "res1")), allOf(equal("resource", "id", "res2")))));
        var request = request("resource id string res2", "resource id string res1", "resource id string none");
        assertThat(permitted(decide(request, targets))).containsExactly("r1", "r2", "r10");
    }

    @Test
    void always_looks_at_children_that_demand_nothing_of_the_attribute() {
        var targets = tenResources("", only(equal("action", "a", "read")));
        assertThat(permitted(decide(request("resource id string res3", "action a string read"), targets)))
                .containsExactly("r3", "r10", "r11");
        assertThat(permitted(decide(request("action a string read"), targets))).containsExactly("r10", "r11");
        assertThat(permitted(decide(request("resource id string res3", "action a string write"), targets)))
                .containsExactly("r3", "r10");
    }

    @Test
    void a_child_with_an_alternative_without_the_attribute_demands_nothing_of_it() {
        var either = target(anyOf(allOf(equal("resource", "id", "res20")), allOf(equal("action", "a", "read"))));
        assertThat(permitted(decide(request("resource id string res3", "action a string read"), tenResources(either))))
                .containsExactly("r3", "r10");
    }

    @Test
    void an_absent_attribute_that_must_be_present_is_still_an_error() {
        var demanding = only(match("string-equal", value("string", "res20"), required("resource", "id", "string")));
        assertThat(decide(request(), tenResources(demanding)).status().code())
                .isEqualTo(Xacml.STATUS_MISSING_ATTRIBUTE);
        assertThat(decide(request("resource id string res21"), tenResources(demanding))
                        .value())
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(permitted(decide(request("resource id string res20"), tenResources(demanding))))
                .containsExactly("r10");
    }

    @Test
    void a_match_that_fails_outweighs_an_error_beside_it() {
        var failing = match("string-equal", value("string", "x"), required("subject", "no", "string"));
        var both = target(anyOf(allOf(failing)), anyOf(allOf(equal("resource", "id", "res20"))));
        assertThat(decide(request("resource id string none"), tenResources(both))
                        .value())
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(decide(request("resource id string res20"), tenResources(both))
                        .value())
                .isEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void compares_without_case_and_as_uri_where_the_function_does() {
        var targets = IntStream.range(0, 6)
                .mapToObj(i -> only(match(
                        "string-equal-ignore-case",
                        value("string", "Res" + i),
                        designator("resource", "id", "string"))))
                .toArray(String[]::new);
        assertThat(permitted(decide(request("resource id string rES4"), targets)))
                .containsExactly("r4");
        var uris = IntStream.range(0, 6)
                .mapToObj(i -> only(
                        match("anyURI-equal", value("anyURI", " urn:a:" + i), designator("resource", "id", "anyURI"))))
                .toArray(String[]::new);
        assertThat(permitted(decide(request("resource id anyURI urn:a:4 "), uris)))
                .containsExactly("r4");
        assertThat(decide(request("resource id anyURI urn:A:4"), uris).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void a_policy_whose_rules_all_demand_a_text_is_found_under_it() {
        var members = IntStream.range(0, 10)
                .mapToObj(i -> PolicySetXml.policy(
                        "p" + i,
                        "deny-overrides",
                        permit("a", resource("res" + i), duty("p" + i)),
                        permit("b", resource("res" + (i + 1)))))
                .toArray(String[]::new);
        var set = compiled(policySet("s", "deny-overrides", members), Dialect.STANDARD);
        assertThat(permitted(set.evaluate(request("resource id string res4")))).containsExactly("p4");
        assertThat(set.evaluate(request("resource id string res10")).value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(set.evaluate(request("resource id string res11")).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void a_policy_that_decides_when_no_rule_does_is_never_left_out() {
        var members = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            members.add(PolicySetXml.policy("p" + i, "deny-overrides", permit("a", resource("res" + i))));
        }
        members.add(PolicySetXml.policy("q", "deny-unless-permit", permit("a", resource("res20"))));
        var set = compiled(policySet("s", "deny-overrides", members.toArray(String[]::new)), Dialect.STANDARD);
        assertThat(set.evaluate(request("resource id string res4")).value()).isEqualTo(DecisionValue.DENY);
        assertThat(set.evaluate(request("resource id string res20")).value()).isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void only_one_applicable_counts_policies_whose_target_matches_and_no_rule_applies() {
        var members = IntStream.range(0, 10)
                .mapToObj(i -> PolicySetXml.policy("p" + i, "deny-overrides", permit("a", resource("res" + i))))
                .toArray(String[]::new);
        var set = compiled(policySet("s", "only-one-applicable", members), Dialect.STANDARD);
        assertThat(set.evaluate(request("resource id string res4")).value()).isEqualTo(DecisionValue.INDETERMINATE);
        var targeted = IntStream.range(0, 10)
                .mapToObj(i -> PolicySetXml.policy("p" + i, "deny-overrides", resource("res" + i), permit("a")))
                .toArray(String[]::new);
        assertThat(compiled(policySet("s", "only-one-applicable", targeted), Dialect.STANDARD)
                        .evaluate(request("resource id string res4"))
                        .value())
                .isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void many_children_that_are_always_looked_at_are_not_written_out_under_each_text() {
        var targets = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            targets.add(i % 3 == 0 ? only(equal("action", "a", "read")) : resource("res" + i));
        }
        var request = request("resource id string res58", "action a string write");
        assertThat(permitted(decide(request, targets.toArray(String[]::new)))).containsExactly("r58");
    }

    @Test
    @Timeout(30)
    void attributes_that_few_children_look_at_are_not_counted_for_every_child() {
        var members = IntStream.range(0, 1_000)
                .mapToObj(i -> PolicySetXml.policy(
                        "p" + i, "deny-overrides", only(equal("resource", "id" + i, "a")), permit("r")))
                .toArray(String[]::new);
        var set = compiled(policySet("s", "deny-overrides", members), Dialect.STANDARD);
        assertThat(set.evaluate(request("resource id7 string a")).value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(set.evaluate(request("resource id7 string b")).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }
}
